package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a sender says about one alert.
 *
 * @param fingerprint the alert's identity inside its integration
 * @param verb what happened to it
 * @param labels what it is about; empty leaves those of a known alert as they are
 * @param annotations what there is to read about it
 * @param startsAt when it began, if the sender said so credibly
 * @param endsAt when it ended, if the sender said so credibly
 * @param validUntil until when it counts as firing unless it is repeated
 * @param statedAt when the sender says that this became so; where given, what was stated
 * later stands, in whatever order the messages come
 * @param generatorUrl an absolute http(s) link to what raised it
 * @param word what a person or the sender adds to it
 */
public record AlertChange(String fingerprint, AlertVerb verb, Map<String, String> labels,
		Map<String, String> annotations, @Nullable Instant startsAt, @Nullable Instant endsAt,
		@Nullable Instant validUntil, @Nullable Instant statedAt, @Nullable String generatorUrl, @Nullable Word word) {

	public AlertChange {
		labels = Map.copyOf(labels);
		annotations = Map.copyOf(annotations);
	}

	AlertChange withValidUntil(Instant until) {
		return new AlertChange(this.fingerprint, this.verb, this.labels, this.annotations, this.startsAt, this.endsAt,
				until, this.statedAt, this.generatorUrl, this.word);
	}

	public static Builder firing(String fingerprint) {
		return new Builder(fingerprint, AlertVerb.FIRING);
	}

	public static Builder resolved(String fingerprint) {
		return new Builder(fingerprint, AlertVerb.RESOLVED);
	}

	public static Builder of(AlertVerb verb, String fingerprint) {
		return new Builder(fingerprint, verb);
	}

	/**
	 * What is added to a change in words.
	 *
	 * @param by who says it, as the sender names them
	 * @param text why it ended, or the note
	 * @param until how long an alert is to be left alone
	 */
	public record Word(@Nullable String by, @Nullable String text, @Nullable Instant until) {

		public static Word of(String text) {
			return new Word(null, text, null);
		}

	}

	/**
	 * Puts a change together.
	 */
	public static final class Builder {

		private final String fingerprint;

		private final AlertVerb verb;

		private Map<String, String> labels = Map.of();

		private Map<String, String> annotations = Map.of();

		private @Nullable Instant startsAt;

		private @Nullable Instant endsAt;

		private @Nullable Instant validUntil;

		private @Nullable Instant statedAt;

		private @Nullable String generatorUrl;

		private @Nullable Word word;

		private Builder(String fingerprint, AlertVerb verb) {
			this.fingerprint = fingerprint;
			this.verb = verb;
		}

		public Builder labels(Map<String, String> labels) {
			this.labels = labels;
			return this;
		}

		public Builder annotations(Map<String, String> annotations) {
			this.annotations = annotations;
			return this;
		}

		public Builder startsAt(@Nullable Instant startsAt) {
			this.startsAt = startsAt;
			return this;
		}

		public Builder endsAt(@Nullable Instant endsAt) {
			this.endsAt = endsAt;
			return this;
		}

		public Builder validUntil(@Nullable Instant validUntil) {
			this.validUntil = validUntil;
			return this;
		}

		public Builder statedAt(@Nullable Instant statedAt) {
			this.statedAt = statedAt;
			return this;
		}

		public Builder generatorUrl(@Nullable String generatorUrl) {
			this.generatorUrl = generatorUrl;
			return this;
		}

		public Builder word(@Nullable Word word) {
			this.word = word;
			return this;
		}

		public AlertChange build() {
			return new AlertChange(this.fingerprint, this.verb, this.labels, this.annotations, this.startsAt,
					this.endsAt, this.validUntil, this.statedAt, this.generatorUrl, this.word);
		}

	}

}
