package dev.vigie.shared.feed;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.JsonNode;

/**
 * One event of a feed, a CloudEvent 1.0 in structured form.
 *
 * @param id the position in the feed as a decimal number; grows without gaps
 * @param type what happened, for example {@code dev.vigie.alert.fired}
 * @param source the program that tells it, for example {@code /alert-ingest}
 * @param subject the key within which order matters
 * @param time when it happened
 * @param data what happened, in the words of the source
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeedEvent(@JsonProperty("specversion") String specVersion, String id, String type, String source,
		String subject, Instant time, @JsonProperty("datacontenttype") String dataContentType, JsonNode data) {

	static final String SPEC_VERSION = "1.0";

	long position() {
		return Long.parseLong(this.id);
	}

}
