package dev.vigie.gateway.console.integrations;

import org.jspecify.annotations.Nullable;

import dev.vigie.gateway.console.integrations.IntegrationsClient.Integration;

/**
 * An integration in the list of all.
 *
 * @param last what it heard last, null if nothing
 * @param lapsed whether one of its heartbeats is missed
 */
record IntegrationRow(Integration integration, @Nullable DeliveryView last, boolean lapsed) {
}
