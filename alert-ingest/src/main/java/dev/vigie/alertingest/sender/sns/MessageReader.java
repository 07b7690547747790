package dev.vigie.alertingest.sender.sns;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.alertingest.sender.Fingerprints;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.JsonBodies;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.SenderTimes;
import dev.vigie.alertingest.sender.sns.SnsParser.Published;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads what was published: an alarm of CloudWatch, or whatever people send.
 */
final class MessageReader {

	private static final int LONGEST_TITLE = 200;

	private final SnsSettings settings;

	private final Published published;

	private final Instant receivedAt;

	private final JsonTexts texts = new JsonTexts();

	MessageReader(Inbound inbound, Published published) {
		this.settings = inbound.integration().settings(SnsSettings.class);
		this.published = published;
		this.receivedAt = inbound.receivedAt();
	}

	Reading read() {
		JsonNode message = object(this.published.message());
		Optional<Alarm> alarm = (message != null) ? new AlarmReader(message, this.texts, this.published).read()
				: Optional.empty();
		return alarm.map(this::alarm).orElseGet(() -> text(message)).cleaned(this.texts.cleaned());
	}

	private static @Nullable JsonNode object(String text) {
		try {
			return text.stripLeading().startsWith("{") ? JsonBodies.object(text.getBytes(StandardCharsets.UTF_8))
					: null;
		}
		catch (Invalid _) {
			return null; // it only looked like JSON
		}
	}

	private Reading alarm(Alarm alarm) {
		String stated = (alarm.statedAt() != null) ? alarm.statedAt() : this.published.at();
		return alarm.reading(this.settings.onInsufficientData(), time(stated));
	}

	// CloudWatch writes offsets without a colon. A time that is none must not lose an
	// alarm.
	private @Nullable Instant time(@Nullable String text) {
		try {
			return SenderTimes.read("StateChangeTime",
					(text != null) ? text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2") : null, this.receivedAt);
		}
		catch (Invalid _) {
			return null;
		}
	}

	private Reading text(@Nullable JsonNode message) {
		String title = title(message);
		String topic = this.texts.clean(this.published.topic());
		Map<String, String> labels = Map.of("alertname", title, "topic", this.texts.clean(this.published.arn(5)));
		String fingerprint = Fingerprints.of(Map.of("topic", topic, "title", title));
		return Reading.of(Group.of(topic + " " + title, labels),
				List.of(AlertChange.firing(fingerprint)
					.labels(labels)
					.annotations(Map.of("summary", title, "description", this.texts.clean(this.published.message())))
					.statedAt(time(this.published.at()))
					.build()));
	}

	private String title(@Nullable JsonNode message) {
		String subject = this.published.subject();
		if ((subject == null || subject.isBlank()) && message != null) {
			subject = this.texts.text(message.get("detail-type"));
		}
		if (subject == null || subject.isBlank()) {
			subject = this.published.message().strip().lines().findFirst().orElse("");
		}
		String title = this.texts.clean(subject).strip();
		if (title.isEmpty()) {
			title = this.texts.clean(this.published.arn(5));
		}
		return title.codePoints()
			.limit(LONGEST_TITLE)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

}
