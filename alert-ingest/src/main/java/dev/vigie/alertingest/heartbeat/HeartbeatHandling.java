package dev.vigie.alertingest.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.alertingest.heartbeat.HeartbeatSpec.Paused;
import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Edit;
import dev.vigie.shared.document.Editing;
import dev.vigie.shared.problem.NotFound;

/**
 * What people and the clock do with heartbeats.
 */
@Component
@Transactional
class HeartbeatHandling {

	private static final Logger log = LoggerFactory.getLogger(HeartbeatHandling.class);

	private final HeartbeatTable heartbeats;

	private final HeartbeatKind kind;

	private final Editing editing;

	private final Lapses lapses;

	private final InstantSource clock;

	HeartbeatHandling(HeartbeatTable heartbeats, HeartbeatKind kind, Editing editing, Lapses lapses,
			InstantSource clock) {
		this.heartbeats = heartbeats;
		this.kind = kind;
		this.editing = editing;
		this.lapses = lapses;
		this.clock = clock;
	}

	Change<HeartbeatSpec> apply(Edit<HeartbeatSpec> edit) {
		return this.editing.apply(this.kind, edit);
	}

	@Transactional(readOnly = true)
	Change<HeartbeatSpec> preview(Edit<HeartbeatSpec> edit) {
		return this.editing.preview(this.kind, edit);
	}

	void delete(String name, @Nullable String ifMatch) {
		this.editing.delete(this.kind, name, ifMatch);
	}

	/**
	 * Pauses the heartbeat, or ends its pause; its document stays as it is.
	 * @param pause why and until when, null to end the pause
	 */
	Heartbeat rearm(String name, @Nullable Paused pause) {
		Heartbeat heartbeat = this.heartbeats.lock(List.of(name))
			.stream()
			.findFirst()
			.orElseThrow(() -> new NotFound("There is no Heartbeat named " + name));
		if (pause == null && heartbeat.pauseAt(this.clock.instant()) == null) {
			return heartbeat;
		}
		this.kind.rearm(heartbeat, pause);
		log.info("Heartbeat {} {}", name, (pause != null) ? "paused" : "armed");
		return this.heartbeats.find(name).orElse(heartbeat);
	}

	/**
	 * Tells of heartbeats that are missed; two replicas never tell of the same.
	 * @param attended how long beats could come in without a gap
	 * @return how many
	 */
	int lapse(int limit, Duration attended) {
		Instant now = this.clock.instant();
		List<Heartbeat> due = this.heartbeats.lockDue(now, attended, limit);
		if (!due.isEmpty()) {
			List<String> names = due.stream().map(Heartbeat::name).toList();
			this.heartbeats.lapse(names, now);
			this.lapses.begin(due, now);
			log.info("Missed heartbeats {}", names);
		}
		return due.size();
	}

}
