package dev.vigie.alertingest.sender.opsgenie;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.SenderAlerts;
import dev.vigie.alertingest.alert.SenderAlerts.SenderAlert;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.shared.problem.Invalid;

/**
 * Finds alerts by what senders call them: an id, a tiny id, or an alias.
 */
@Component
class Identifiers {

	private final SenderAlerts alerts;

	Identifiers(SenderAlerts alerts) {
		this.alerts = alerts;
	}

	/**
	 * The number by which people call an alert: the first 32 bits of its id.
	 */
	static String tiny(UUID id) {
		return String.valueOf(id.getMostSignificantBits() >>> 32);
	}

	/**
	 * The alias of an alert, whether or not there is one with such an alias; null if
	 * there is none with such an id.
	 */
	@Nullable String alias(IntegrationRef integration, String identifier, @Nullable String type) {
		return isAlias(type) ? alias(identifier)
				: find(integration, identifier, type).map(SenderAlert::fingerprint).orElse(null);
	}

	/**
	 * The alert.
	 */
	Optional<SenderAlert> find(IntegrationRef integration, String identifier, @Nullable String type) {
		if (isAlias(type)) {
			return this.alerts.byFingerprint(integration.id(), alias(identifier));
		}
		try {
			if ("tiny".equals(lower(type))) {
				long high = Long.parseUnsignedLong(identifier) << 32;
				return this.alerts.byId(integration.id(), new UUID(high, 0), new UUID(high | 0xffffffffL, -1));
			}
			UUID id = UUID.fromString(identifier);
			return this.alerts.byId(integration.id(), id, id);
		}
		catch (IllegalArgumentException _) {
			return Optional.empty();
		}
	}

	private static boolean isAlias(@Nullable String type) {
		return switch (lower(type)) {
			case "", "id", "tiny" -> false;
			case "alias" -> true;
			default -> throw new Invalid("identifierType", "must be id, alias or tiny");
		};
	}

	private static String lower(@Nullable String type) {
		return (type != null) ? type.toLowerCase(Locale.ROOT) : "";
	}

	private static String alias(String identifier) {
		return Fields.cut(new JsonTexts().clean(identifier), Fields.ALIAS);
	}

}
