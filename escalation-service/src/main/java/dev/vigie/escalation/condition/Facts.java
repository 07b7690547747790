package dev.vigie.escalation.condition;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a condition may ask about, as a value; {@link Variable} says how it asks. What is
 * left out here is not known: a condition that asks for it does not hold.
 *
 * @param labels the labels common to the firing alerts, and those of the group
 * @param annotations the annotations common to the firing alerts
 * @param firing how many alerts fire, those included that the sender held back
 * @param integration the name of the integration
 * @param team the team, empty if there is none
 * @param numbers what is counted and measured over the firing alerts
 * @param standing how things stand with the incident
 * @param time the moment, in the zone whose clock counts
 */
public record Facts(Map<String, String> labels, Map<String, String> annotations, int firing, String integration,
		String team, Numbers numbers, Standing standing, @Nullable ZonedDateTime time) {

	public Facts {
		labels = Map.copyOf(labels);
		annotations = Map.copyOf(annotations);
	}

	public Facts(Map<String, String> labels, Map<String, String> annotations, int firing, String integration,
			String team) {
		this(labels, annotations, firing, integration, team, Numbers.NONE, Standing.NEW, null);
	}

	/**
	 * What these alerts come to when all of them fire.
	 */
	public static Facts of(List<Said> alerts, String integration, String team) {
		Said common = alerts.stream().reduce(Said::and).orElse(new Said(Map.of(), Map.of()));
		return new Facts(common.labels(), common.annotations(), alerts.size(), integration, team)
			.with(Counting.of(alerts));
	}

	public Facts with(Numbers counted) {
		return new Facts(this.labels, this.annotations, this.firing, this.integration, this.team, counted,
				this.standing, this.time);
	}

	public Facts with(Standing present) {
		return new Facts(this.labels, this.annotations, this.firing, this.integration, this.team, this.numbers, present,
				this.time);
	}

	/**
	 * The same at a moment, by the clock of a zone.
	 */
	public Facts at(Instant instant, ZoneId zone) {
		return new Facts(this.labels, this.annotations, this.firing, this.integration, this.team, this.numbers,
				this.standing, instant.atZone(zone));
	}

}
