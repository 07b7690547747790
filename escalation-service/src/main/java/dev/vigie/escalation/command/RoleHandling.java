package dev.vigie.escalation.command;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.incident.IncidentFacts;
import dev.vigie.escalation.incident.KnownIncidents;
import dev.vigie.escalation.incident.Timeline;

/**
 * What people do with roles. The incident is locked first, so of two who want the same
 * role one comes second and hears who has it.
 */
@Component
@Transactional
class RoleHandling {

	private static final Logger log = LoggerFactory.getLogger(RoleHandling.class);

	private final KnownIncidents incidents;

	private final RoleTable roles;

	private final Changing changing;

	private final RoleLetters letters;

	RoleHandling(KnownIncidents incidents, RoleTable roles, Changing changing, RoleLetters letters) {
		this.incidents = incidents;
		this.roles = roles;
		this.changing = changing;
		this.letters = letters;
	}

	void take(String number, Role role, String by, @Nullable String subject) {
		IncidentFacts incident = this.incidents.lock(number);
		change(incident, cast(incident).give(role, by, subject), new Line("ROLE_TAKEN", by, by, null));
	}

	void assign(String number, Role role, String person, @Nullable String subject, Remark remark) {
		IncidentFacts incident = this.incidents.lock(number);
		change(incident, cast(incident).give(role, person, subject), new Line(
				person.equals(remark.by()) ? "ROLE_TAKEN" : "ROLE_ASSIGNED", person, remark.by(), remark.brief()));
	}

	void handOver(String number, Role role, String to, @Nullable String subject, Remark remark) {
		IncidentFacts incident = this.incidents.lock(number);
		change(incident, cast(incident).handOver(role, remark.by(), to, subject),
				new Line("ROLE_HANDED_OVER", to, remark.by(), remark.brief()));
	}

	void relieve(String number, Role role, String person, @Nullable String subject, Remark remark) {
		IncidentFacts incident = this.incidents.lock(number);
		change(incident, cast(incident).relieve(role, person, remark.by(), subject), new Line(
				person.equals(remark.by()) ? "ROLE_LEFT" : "ROLE_RELIEVED", person, remark.by(), remark.brief()));
	}

	@Transactional(readOnly = true)
	List<Holding> present(String number) {
		return this.roles.present(this.incidents.get(number).id());
	}

	@Transactional(readOnly = true)
	List<Holding> history(String number) {
		return this.roles.history(this.incidents.get(number).id());
	}

	private Cast cast(IncidentFacts incident) {
		return new Cast(incident.name(), this.roles.present(incident.id()));
	}

	private void change(IncidentFacts incident, Turnover turnover, Line line) {
		if (turnover.isNothing()) {
			return; // a repeated command is harmless
		}
		this.changing.write(incident, turnover, line);
		this.letters.tell(incident, turnover, line.by(), line.brief());
		log.info("{} of {}: {} ended, {} began, by {}", line.code(), incident.name(), turnover.ended().size(),
				turnover.begun().size(), line.by());
	}

	/**
	 * Who says it and what else they say.
	 */
	record Remark(String by, @Nullable String brief) {
	}

	/**
	 * What the timeline tells of a change.
	 */
	record Line(String code, String person, String by, @Nullable String brief) {

		Map<String, String> params(Turnover turnover) {
			List<Holding> touched = turnover.begun().isEmpty() ? turnover.ended() : turnover.begun();
			Map<String, String> params = new HashMap<>();
			params.put("role", touched.getFirst().role().word());
			params.put("person", this.person);
			String subjects = touched.stream()
				.map(Holding::subject)
				.filter((subject) -> subject != null)
				.collect(Collectors.joining(", "));
			if (!subjects.isEmpty()) {
				params.put("subject", subjects);
			}
			if (this.brief != null) {
				params.put("note", this.brief);
			}
			return params;
		}

	}

	/**
	 * Writes what changes, and says so on the timeline.
	 */
	@Component
	static class Changing {

		private final RoleTable roles;

		private final KnownIncidents incidents;

		private final Timeline timeline;

		private final InstantSource clock;

		Changing(RoleTable roles, KnownIncidents incidents, Timeline timeline, InstantSource clock) {
			this.incidents = incidents;
			this.roles = roles;
			this.timeline = timeline;
			this.clock = clock;
		}

		void write(IncidentFacts incident, Turnover turnover, Line line) {
			Instant now = this.clock.instant();
			turnover.ended()
				.forEach((holding) -> this.roles.end(holding.id(), new Holding.Ending(now, line.by(), line.brief())));
			turnover.begun()
				.forEach((holding) -> this.roles.begin(incident.id(), holding.given(line.by(), line.brief(), now)));
			turnover.begun().forEach((holding) -> this.incidents.name(incident.id(), holding.person(), line.by()));
			this.timeline.add(incident.id(), line.code(), now, line.by(), line.params(turnover));
		}

	}

}
