package dev.vigie.alertingest.sender.generic;

import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * How a body becomes alerts: an expression for each thing to know. A blank one counts as
 * absent, so that a preset's can be taken away.
 *
 * @param preset the ready mapping that this one refines
 * @param split the list of what becomes an alert each; the body itself if absent
 * @param when whether it becomes an alert at all
 * @param id what tells the alert from others and is the same when it ends; its labels if
 * absent
 * @param status firing, resolved, acknowledged, unacknowledged or noted; or true and
 * false for the first two
 * @param links absolute web addresses by what they lead to
 * @param statedAt the time of the change of state, where messages come in any order
 * @param group what becomes one incident; the alert alone if absent
 * @param by who did it, of what people do at the sender's side
 * @param comment what they said
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Mapping(@Nullable @Pattern(regexp = Presets.NAMES, message = "must be one of: " + Presets.NAMES) String preset,
		@Nullable @Size(max = Mapping.LONGEST, message = Mapping.TOO_LONG) String split,
		@Nullable @Size(max = Mapping.LONGEST, message = Mapping.TOO_LONG) String when,
		@Nullable @Size(max = Mapping.LONGEST, message = Mapping.TOO_LONG) String id,
		@Nullable @Size(max = Mapping.LONGEST, message = Mapping.TOO_LONG) String status,
		@Nullable @Size(max = Mapping.LONGEST, message = Mapping.TOO_LONG) String title,
		@Nullable @Size(max = Mapping.LONGEST, message = Mapping.TOO_LONG) String severity,
		@Nullable @Size(max = Mapping.LONGEST, message = Mapping.TOO_LONG) String description,
		@Size(max = Mapping.MOST,
				message = Mapping.TOO_MANY) Map<@Pattern(regexp = Mapping.NAME,
						message = Mapping.BAD_NAME) String, @Size(max = Mapping.LONGEST,
								message = Mapping.TOO_LONG) String> labels,
		@Size(max = Mapping.MOST,
				message = Mapping.TOO_MANY) Map<@Pattern(regexp = Mapping.NAME,
						message = Mapping.BAD_NAME) String, @Size(max = Mapping.LONGEST,
								message = Mapping.TOO_LONG) String> annotations,
		@Size(max = Mapping.MOST,
				message = Mapping.TOO_MANY) Map<@Pattern(regexp = Mapping.NAME,
						message = Mapping.BAD_NAME) String, @Size(max = Mapping.LONGEST,
								message = Mapping.TOO_LONG) String> links,
		@Nullable @Size(max = Mapping.LONGEST, message = Mapping.TOO_LONG) String startsAt,
		@Nullable @Size(max = Mapping.LONGEST, message = Mapping.TOO_LONG) String endsAt,
		@Nullable @Size(max = Mapping.LONGEST, message = Mapping.TOO_LONG) String statedAt,
		@Nullable @Size(max = Mapping.LONGEST, message = Mapping.TOO_LONG) String group,
		@Nullable @Size(max = Mapping.LONGEST, message = Mapping.TOO_LONG) String by,
		@Nullable @Size(max = Mapping.LONGEST, message = Mapping.TOO_LONG) String comment) {

	static final int LONGEST = 2000;

	static final int MOST = 50;

	static final String TOO_LONG = "must be at most 2000 characters";

	static final String TOO_MANY = "must be at most 50";

	static final String NAME = "[a-zA-Z_][a-zA-Z0-9_.-]{0,99}";

	static final String BAD_NAME = "must be named by letters, digits, dots, dashes and underscores, at most 100";

	Mapping {
		labels = copy(labels);
		annotations = copy(annotations);
		links = copy(links);
	}

	/**
	 * This mapping where it says something, and the other where it does not.
	 */
	Mapping over(Mapping ready) {
		return new Mapping(this.preset, or(this.split, ready.split), or(this.when, ready.when), or(this.id, ready.id),
				or(this.status, ready.status), or(this.title, ready.title), or(this.severity, ready.severity),
				or(this.description, ready.description), or(this.labels, ready.labels),
				or(this.annotations, ready.annotations), or(this.links, ready.links), or(this.startsAt, ready.startsAt),
				or(this.endsAt, ready.endsAt), or(this.statedAt, ready.statedAt), or(this.group, ready.group),
				or(this.by, ready.by), or(this.comment, ready.comment));
	}

	private static @Nullable String or(@Nullable String own, @Nullable String ready) {
		return (own != null) ? own : ready;
	}

	private static Map<String, String> or(Map<String, String> own, Map<String, String> ready) {
		Map<String, String> all = new LinkedHashMap<>(ready);
		all.putAll(own);
		return all;
	}

	private static Map<String, String> copy(@Nullable Map<String, String> map) {
		return (map != null) ? Map.copyOf(map) : Map.of();
	}

}
