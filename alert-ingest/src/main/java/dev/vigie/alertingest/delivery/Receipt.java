package dev.vigie.alertingest.delivery;

import java.util.UUID;

import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.Reading;

/**
 * Says that a delivery is on disk with all that follows from it.
 *
 * @param id the delivery's id, under which it can be looked up
 */
public record Receipt(UUID id, IntegrationRef integration, Reading reading) {
}
