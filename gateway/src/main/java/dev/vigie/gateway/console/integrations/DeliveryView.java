package dev.vigie.gateway.console.integrations;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.vigie.gateway.console.integrations.IntegrationsClient.Delivery;
import dev.vigie.gateway.console.layout.Moment;
import dev.vigie.gateway.console.layout.Times;

/**
 * A delivery as pages show it.
 *
 * @param why the reason why it was not taken, or what was special about it
 * @param kilobytes its size, at least 1
 */
record DeliveryView(String outcome, @Nullable Moment at, @Nullable String why, int alerts, long kilobytes) {

	static DeliveryView of(Delivery delivery, Times times, Locale locale) {
		return new DeliveryView(delivery.outcome(), times.moment(delivery.receivedAt(), locale),
				(delivery.reason() != null) ? delivery.reason() : delivery.note(), delivery.alerts(),
				Math.ceilDiv(Math.max(delivery.size(), 1), 1024));
	}

}
