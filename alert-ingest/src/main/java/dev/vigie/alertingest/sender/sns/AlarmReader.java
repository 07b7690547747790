package dev.vigie.alertingest.sender.sns;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.vigie.alertingest.sender.Fingerprints;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.alertingest.sender.sns.SnsParser.Published;

/**
 * Reads an alarm of CloudWatch: as an alarm's action publishes it, of one metric, of
 * metric math or of other alarms, and as an EventBridge rule does.
 */
final class AlarmReader {

	private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]{1,2}");

	private static final Map<String, String> COMMON = Map.of("InstanceId", "instance", "DBInstanceIdentifier",
			"instance", "ServiceName", "service");

	private final JsonNode message;

	private final JsonTexts texts;

	private final Published published;

	private final Map<String, String> labels = new HashMap<>();

	private final Map<String, String> annotations = new LinkedHashMap<>();

	AlarmReader(JsonNode message, JsonTexts texts, Published published) {
		this.message = message;
		this.texts = texts;
		this.published = published;
	}

	/**
	 * The alarm, if the message is about one.
	 */
	Optional<Alarm> read() {
		if (this.message.has("AlarmName") && this.message.has("NewStateValue")) {
			return Optional.of(action());
		}
		boolean event = "CloudWatch Alarm State Change".equals(text(this.message, "detail-type"));
		return (event && text(this.message.path("detail"), "alarmName") != null) ? Optional.of(event())
				: Optional.empty();
	}

	private Alarm action() {
		trigger(this.message.path("Trigger"));
		annotate("description", text(this.message, "AlarmDescription"));
		annotate("reason", text(this.message, "NewStateReason"));
		annotate("alarm_rule", text(this.message, "AlarmRule"));
		annotate("triggered_by",
				this.message.path("TriggeringChildren")
					.valueStream()
					.map((child) -> String.valueOf(text(child, "Arn")))
					.collect(Collectors.joining("\n")));
		return alarm(text(this.message, "AlarmName"), text(this.message, "AlarmArn"),
				text(this.message, "AWSAccountId"), null)
			.in(text(this.message, "NewStateValue"), text(this.message, "OldStateValue"),
					text(this.message, "StateChangeTime"));
	}

	private void trigger(JsonNode trigger) {
		metric(text(trigger, "Namespace"), text(trigger, "MetricName"));
		dimensions(trigger.path("Dimensions"));
		for (JsonNode metric : trigger.path("Metrics")) {
			JsonNode measured = metric.path("MetricStat").path("Metric");
			metric(text(measured, "Namespace"), text(measured, "MetricName"));
			dimensions(measured.path("Dimensions"));
			annotate("expression", text(metric, "Expression"));
		}
	}

	private Alarm event() {
		JsonNode detail = this.message.path("detail");
		JsonNode configuration = detail.path("configuration");
		for (JsonNode metric : configuration.path("metrics")) {
			JsonNode measured = metric.path("metricStat").path("metric");
			metric(text(measured, "namespace"), text(measured, "name"));
			measured.path("dimensions")
				.properties()
				.forEach((dimension) -> dimension(this.texts.clean(dimension.getKey()),
						this.texts.text(dimension.getValue())));
			annotate("expression", text(metric, "expression"));
		}
		annotate("description", text(configuration, "description"));
		annotate("reason", text(detail.path("state"), "reason"));
		annotate("alarm_rule", text(configuration, "alarmRule"));
		String stated = text(detail.path("state"), "timestamp");
		return alarm(text(detail, "alarmName"), this.texts.text(this.message.path("resources").path(0)),
				text(this.message, "account"), text(this.message, "region"))
			.in(text(detail.path("state"), "value"), text(detail.path("previousState"), "value"),
					(stated != null) ? stated : text(this.message, "time"));
	}

	private Named alarm(@Nullable String name, @Nullable String arn, @Nullable String account,
			@Nullable String region) {
		String alarm = (name != null) ? name : "";
		String owner = (account != null) ? account : this.texts.clean(this.published.arn(4));
		String place = (region != null) ? region : this.texts.clean(this.published.arn(3));
		String id = "arn:%s:cloudwatch:%s:%s:alarm:%s".formatted(this.texts.clean(this.published.arn(1)), place, owner,
				alarm);
		if (arn != null && arn.startsWith("arn:") && arn.contains(":alarm:")) {
			id = arn;
			place = arn.split(":", -1)[3];
		}
		this.labels.put("alertname", alarm);
		this.labels.put("account", owner);
		this.labels.put("region", place);
		return new Named(Fingerprints.bounded(id), alarm, place);
	}

	private void metric(@Nullable String namespace, @Nullable String name) {
		if (namespace != null && name != null) {
			this.labels.putIfAbsent("namespace", namespace);
			this.labels.putIfAbsent("metric", name);
		}
	}

	private void dimensions(JsonNode dimensions) {
		dimensions.forEach((dimension) -> dimension(text(dimension, "name"), text(dimension, "value")));
	}

	private void dimension(@Nullable String name, @Nullable String value) {
		if (name != null && !name.isBlank() && value != null) {
			this.labels.putIfAbsent(name, value);
			String common = COMMON.get(name);
			if (common != null) {
				this.labels.putIfAbsent(common, value);
			}
		}
	}

	private void annotate(String name, @Nullable String text) {
		if (text != null && !text.isBlank()) {
			this.annotations.merge(name, text, (one, other) -> one + "\n" + other);
		}
	}

	private @Nullable String text(JsonNode node, String field) {
		return this.texts.text(node.get(field));
	}

	/**
	 * An alarm whose state is not told yet.
	 */
	private final class Named {

		private final String id;

		private final String name;

		private final String region;

		private Named(String id, String name, String region) {
			this.id = id;
			this.name = name;
			this.region = region;
		}

		private Alarm in(@Nullable String state, @Nullable String before, @Nullable String statedAt) {
			String now = String.valueOf(state);
			AlarmReader.this.annotations.put("summary", "%s is in state %s".formatted(this.name, now));
			return new Alarm(this.id, now, before, statedAt, AlarmReader.this.labels, AlarmReader.this.annotations,
					link());
		}

		// The console of the ordinary partition only: the others have other hosts.
		private @Nullable String link() {
			if (!this.id.startsWith("arn:aws:") || !REGION.matcher(this.region).matches()) {
				return null;
			}
			String encoded = URLEncoder.encode(this.name, StandardCharsets.UTF_8).replace("+", "%20");
			return "https://%1$s.console.aws.amazon.com/cloudwatch/home?region=%1$s#alarmsV2:alarm/%2$s"
				.formatted(this.region, encoded);
		}

	}

}
