package dev.vigie.oncall.override;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.amendment.Amending;
import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.span.Span;
import dev.vigie.shared.document.DocumentChanged;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.NotFound;

/**
 * People put others on call, and take it back.
 */
@Component
@Transactional
public class Overriding {

	private static final Logger log = LoggerFactory.getLogger(Overriding.class);

	private final OverrideTable overrides;

	private final Amending amending;

	private final OnCall onCall;

	Overriding(OverrideTable overrides, Amending amending, OnCall onCall) {
		this.overrides = overrides;
		this.amending = amending;
		this.onCall = onCall;
	}

	/**
	 * Makes an override, from now on if it was to begin earlier. Said again under the
	 * same id it is harmless.
	 * @throws Conflict when something else was said under that id
	 */
	public Made make(UUID id, Wish wish, String author) {
		Instant now = this.amending.begin(wish.schedule());
		Optional<ScheduleOverride> known = this.overrides.find(id);
		if (known.isPresent()) {
			if (!known.get().wish().equals(wish)) {
				throw new Conflict("override-id", "Override %s says something else".formatted(id));
			}
			return new Made(known.get(), false);
		}
		Span span = Amending.toCome(wish.span(), now, "end");
		check(wish, span);
		ScheduleOverride override = new ScheduleOverride(id, wish, span.start(), span.end(), author, now, null);
		this.overrides.insert(override);
		this.amending.changed(wish.schedule());
		log.info("Override {} puts {} on call in {} from {} to {}, by {}", id, wish.person(), wish.schedule(),
				span.start(), span.end(), author);
		return new Made(override, true);
	}

	private void check(Wish wish, Span span) {
		this.amending.checkPresent("person", wish.person(), span);
		String replaces = wish.replaces();
		if (replaces == null) {
			return;
		}
		this.amending.checkKnown("replaces", replaces);
		if (replaces.equals(wish.person())) {
			throw new Invalid("replaces", "must be somebody else");
		}
		boolean isOnCall = this.onCall.cut(wish.schedule(), span)
			.stream()
			.anyMatch((shift) -> shift.person().equals(replaces) && shift.role() == wish.role());
		if (!isOnCall) {
			throw new Invalid("replaces", "%s is not on call as %s then".formatted(replaces, wish.role().text()));
		}
	}

	/**
	 * Takes an override back: from now on it counts no more.
	 */
	void end(String schedule, UUID id, String by) {
		Instant now = this.amending.begin(schedule);
		ScheduleOverride override = find(schedule, id);
		if (!override.isOver(now)) {
			end(override, now, by);
			this.amending.changed(schedule);
		}
	}

	private void end(ScheduleOverride override, Instant now, @Nullable String by) {
		ScheduleOverride ended = override.ended(now, by);
		this.overrides.end(ended.id(), ended.end(), new ScheduleOverride.Ending(now, by));
		log.info("Override {} ended at {} by {}", ended.id(), ended.end(), by);
	}

	@EventListener
	void onDeletion(DocumentChanged change) {
		if (!change.action().equals("deleted")) {
			return;
		}
		if (change.kind().equals(Amending.SCHEDULE)) {
			// One that is made again under the name begins without them.
			Instant now = this.amending.begin();
			this.overrides.open(change.name(), now).forEach((override) -> end(override, now, null));
		}
		if (change.kind().equals(PersonDirectory.KIND) && this.overrides.mention(change.name())) {
			throw Amending.needed(change.name(), "overrides");
		}
	}

	@Transactional(readOnly = true)
	ScheduleOverride find(String schedule, UUID id) {
		return this.overrides.find(id)
			.filter((override) -> override.wish().schedule().equals(schedule))
			.orElseThrow(() -> new NotFound("There is no override %s of Schedule %s".formatted(id, schedule)));
	}

	/**
	 * Those that meet the span, in the order in which they were made.
	 */
	@Transactional(readOnly = true)
	List<ScheduleOverride> list(String schedule, Span span) {
		this.onCall.check(schedule);
		return this.overrides.meeting(schedule, span);
	}

	/**
	 * An override.
	 *
	 * @param isNew whether it was made just now
	 */
	public record Made(ScheduleOverride override, boolean isNew) {
	}

}
