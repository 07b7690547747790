package dev.vigie.alertingest.sender.victorops;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertChange.Word;
import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.SenderParser;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads messages for VictorOps. The routing key follows the key in the path; one message
 * is about one entity, whatever number of alerts the sender put into it.
 */
@Component
class VictorOpsParser implements SenderParser {

	private static final int LONGEST_ID = 200;

	private static final int LONGEST_LABEL = 200;

	private static final Set<String> OWN = Set.of("message_type", "entity_id", "entity_display_name", "state_message",
			"state_start_time", "timestamp", "ack_author", "ack_msg");

	private static final Pattern STATE = Pattern.compile("^\\[(?:FIRING|RESOLVED)(?::\\d+)?]\\s*");

	private static final Pattern NAME = Pattern.compile("^ - alertname = (.+)$", Pattern.MULTILINE);

	@Override
	public String type() {
		return "victorops";
	}

	@Override
	public List<Setup> setup(IntegrationAddress address) {
		return List.of(new Setup("Alertmanager: a receiver of alertmanager.yml", "yaml", """
				receivers:
				  - name: vigie
				    victorops_configs:
				      - api_url: %s/integrations/v1/victorops/
				        api_key: %s
				        routing_key: database
				        send_resolved: true
				""".formatted(address.origin(), address.key())),
				new Setup("Anything else that speaks to VictorOps: the URL of its REST endpoint", "text",
						address.url() + "$routing_key\n"));
	}

	@Override
	public Reading read(Inbound inbound) {
		JsonTexts texts = new JsonTexts();
		Map<String, String> message = texts.members(inbound.body());
		String id = message.getOrDefault("entity_id", "");
		if (id.isBlank()) {
			throw new Invalid("entity_id", "is required");
		}
		String entity = (id.length() > LONGEST_ID) ? Group.of(id, Map.of()).hash() : id;
		// One group an entity: it is what becomes one incident.
		Group group = Group.of(id, members("entity_id", entity, "routing_key", inbound.rest()));
		AlertChange change = change(message, entity, labels(message, inbound.rest()));
		return Reading.of(group, List.of(change)).cleaned(texts.cleaned());
	}

	private static AlertChange change(Map<String, String> message, String fingerprint, Map<String, String> labels) {
		String type = message.getOrDefault("message_type", "").strip().toUpperCase(Locale.ROOT);
		return switch (type) {
			case "CRITICAL", "WARNING", "INFO" -> {
				labels.putIfAbsent("severity", type.toLowerCase(Locale.ROOT));
				yield AlertChange.firing(fingerprint).labels(labels).annotations(annotations(message)).build();
			}
			// Without labels: what was said when it fired stays.
			case "RECOVERY" -> AlertChange.resolved(fingerprint).build();
			case "ACKNOWLEDGEMENT" -> AlertChange.of(AlertVerb.ACKNOWLEDGED, fingerprint)
				.word(new Word(message.get("ack_author"), message.getOrDefault("ack_msg", message.get("state_message")),
						null))
				.build();
			default ->
				throw new Invalid("message_type", "must be CRITICAL, WARNING, INFO, ACKNOWLEDGEMENT or RECOVERY");
		};
	}

	private static Map<String, String> labels(Map<String, String> message, String routingKey) {
		Map<String, String> labels = members("alertname", name(message), "routing_key", routingKey);
		message.forEach((field, value) -> {
			if (!OWN.contains(field) && isLabel(value)) {
				labels.put(field, value);
			}
		});
		return labels;
	}

	private static Map<String, String> annotations(Map<String, String> message) {
		Map<String, String> annotations = members("summary", message.get("entity_display_name"), "description",
				message.get("state_message"));
		message.forEach((field, value) -> {
			if (!OWN.contains(field) && !isLabel(value)) {
				annotations.put(field, value);
			}
		});
		return annotations;
	}

	// What is long or a link is to read and tells nothing apart.
	private static boolean isLabel(String value) {
		return value.length() <= LONGEST_LABEL && value.indexOf('\n') < 0 && !value.startsWith("http");
	}

	// Alertmanager's own text lists the labels of every alert; its title changes with
	// their number.
	private static String name(Map<String, String> message) {
		List<String> names = NAME.matcher(message.getOrDefault("state_message", ""))
			.results()
			.map((found) -> found.group(1).strip())
			.distinct()
			.toList();
		if (names.size() == 1) {
			return names.getFirst();
		}
		String title = STATE.matcher(message.getOrDefault("entity_display_name", "")).replaceFirst("").strip();
		return title.isEmpty() ? message.getOrDefault("entity_id", "") : title;
	}

	private static Map<String, String> members(String one, @Nullable String first, String other,
			@Nullable String second) {
		Map<String, String> members = new HashMap<>();
		put(members, one, first);
		put(members, other, second);
		return members;
	}

	private static void put(Map<String, String> members, String name, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			members.put(name, value);
		}
	}

}
