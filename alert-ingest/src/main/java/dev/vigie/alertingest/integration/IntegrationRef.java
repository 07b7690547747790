package dev.vigie.alertingest.integration;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An integration as the rest of the program knows it.
 *
 * @param id what alerts are kept under
 * @param name what people call it
 * @param type the kind of sender
 * @param team the team its alerts belong to
 */
public record IntegrationRef(UUID id, String name, String type, @Nullable String team) {
}
