package dev.vigie.alertingest.sender.alertmanager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import dev.vigie.shared.problem.BadAnswer;

/**
 * What an Alertmanager silences itself: Vigie never hears of those alerts. Only the
 * fields that we show leave this class, whatever was answered.
 */
@Component
class AlertmanagerSilences {

	private static final TypeReference<List<Told>> SILENCES = new TypeReference<>() {
	};

	private final AlertmanagerApi api;

	private final JsonMapper json;

	AlertmanagerSilences(AlertmanagerApi api, JsonMapper json) {
		this.api = api;
		this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
	}

	/**
	 * Asks the Alertmanager. Must not be called inside a transaction.
	 * @param expired whether to list those too that are over
	 */
	List<ForeignSilence> list(AlertmanagerSettings settings, boolean expired) {
		byte[] body = this.api.silences(settings);
		try {
			return this.json.readValue(body, SILENCES)
				.stream()
				.filter(Objects::nonNull)
				.map(Told::silence)
				.filter((silence) -> expired || !"expired".equals(silence.state()))
				.sorted(Comparator.comparing(ForeignSilence::endsAt, Comparator.nullsLast(Comparator.naturalOrder())))
				.toList();
		}
		catch (JacksonException _) {
			throw new BadAnswer("The Alertmanager's answer is not a list of silences; is apiUrl right?");
		}
	}

	/**
	 * One silence as the Alertmanager has it.
	 *
	 * @param state {@code pending}, {@code active} or {@code expired}
	 * @param matchers as its own page writes them, such as {@code instance=~"db.*"}
	 */
	record ForeignSilence(@Nullable String id, @Nullable String state, List<String> matchers,
			@Nullable Instant startsAt, @Nullable Instant endsAt, @Nullable String createdBy,
			@Nullable String comment) {
	}

	private record Told(@Nullable String id, @Nullable Status status, @Nullable List<Matcher> matchers,
			@Nullable Instant startsAt, @Nullable Instant endsAt, @Nullable String createdBy,
			@Nullable String comment) {

		ForeignSilence silence() {
			List<String> texts = new ArrayList<>();
			if (this.matchers != null) {
				this.matchers.stream().filter(Objects::nonNull).map(Matcher::text).forEach(texts::add);
			}
			return new ForeignSilence(this.id, (this.status != null) ? this.status.state() : null, texts, this.startsAt,
					this.endsAt, this.createdBy, this.comment);
		}

	}

	private record Status(@Nullable String state) {
	}

	/**
	 * A matcher; before version 0.22 there was no {@code isEqual}.
	 */
	private record Matcher(@Nullable String name, @Nullable String value, @Nullable Boolean isRegex,
			@Nullable Boolean isEqual) {

		String text() {
			boolean equal = !Boolean.FALSE.equals(this.isEqual);
			String operator = Boolean.TRUE.equals(this.isRegex) ? (equal ? "=~" : "!~") : (equal ? "=" : "!=");
			String quoted = String.valueOf(this.value).replace("\\", "\\\\").replace("\"", "\\\"");
			return this.name + operator + "\"" + quoted + "\"";
		}

	}

}
