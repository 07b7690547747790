package dev.vigie.alertingest.sender.sns;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is set for an SNS subscription.
 *
 * @param topics the ARNs of the topics whose messages and subscriptions are taken
 * @param allowRaw whether raw deliveries are taken, which are not signed
 * @param insufficientData what an alarm without enough data means, {@code keep} if absent
 */
record SnsSettings(
		@NotEmpty(message = "must name at least one topic") @Size(max = 100,
				message = "must be at most 100") List<@NotNull(message = "is required") @Pattern(
						regexp = "arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,256}",
						message = "must be the ARN of a topic") String> topics,
		@Nullable Boolean allowRaw, @Nullable InsufficientData insufficientData) {

	boolean takesRaw() {
		return Boolean.TRUE.equals(this.allowRaw);
	}

	InsufficientData onInsufficientData() {
		return (this.insufficientData != null) ? this.insufficientData : InsufficientData.KEEP;
	}

	/**
	 * What is made of INSUFFICIENT_DATA.
	 */
	enum InsufficientData {

		/**
		 * The alarm stays as it is.
		 */
		@JsonProperty("keep")
		KEEP("keep"),
		/**
		 * It fires.
		 */
		@JsonProperty("fire")
		FIRE("fire"),
		/**
		 * It ends.
		 */
		@JsonProperty("resolve")
		RESOLVE("resolve");

		private final String text;

		InsufficientData(String text) {
			this.text = text;
		}

		@Override
		public String toString() {
			return this.text;
		}

	}

}
