package dev.vigie.alertingest.silence;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.alert.MutedAlerts;
import dev.vigie.alertingest.matcher.LabelMatcher;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.time.Delay;

/**
 * What a silence would do, before there is one.
 */
@RestController
class PreviewController {

	private static final int MOST_WINDOWS = 10;

	private final Preview preview;

	private final Specs specs;

	private final InstantSource clock;

	PreviewController(Preview preview, Specs specs, InstantSource clock) {
		this.preview = preview;
		this.specs = specs;
		this.clock = clock;
	}

	@PostMapping(SilenceAccess.PATH + "/preview")
	@Operation(summary = "What a silence would hit",
			description = "Takes a silence; only match is asked for, and times show the windows to come.")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = Question.class)))
	Answer preview(@RequestBody JsonNode body) {
		Question question = this.specs.read(body, Question.class);
		SilenceSpec.checkTimes(question.startsAt(), question.endsAt(), question.recurrence());
		if (question.duration() != null && (question.endsAt() != null || question.recurrence() != null)) {
			throw new Invalid("duration", "must be absent where there is an endsAt or a recurrence");
		}
		Instant now = this.clock.instant();
		Preview.Hits hits = this.preview.of(question.match(), now);
		return new Answer(hits.everything(), new Firing(hits.firing(), hits.told(), hits.examples()),
				new LastDays(Preview.DAYS, hits.seen(), hits.lookedAt()), hits.complete(), windows(question, now));
	}

	private static List<LocalWindow> windows(Question question, Instant now) {
		Recurrence recurrence = question.recurrence();
		if (recurrence != null) {
			ZoneId zone = ZoneId.of(recurrence.timeZone());
			return recurrence.windows(now, MOST_WINDOWS)
				.stream()
				.map((window) -> LocalWindow.of(window, zone))
				.toList();
		}
		Instant start = (question.startsAt() != null) ? question.startsAt() : now;
		Instant end = Optional.ofNullable(question.duration())
			.map((length) -> start.plus(length.length()))
			.orElse(question.endsAt());
		return (end != null && end.isAfter(now)) ? List.of(LocalWindow.of(new Window(start, end), ZoneId.of("UTC")))
				: List.of();
	}

	/**
	 * A silence that is yet to be made; what is not needed to foresee it may be there.
	 */
	record Question(
			@NotNull(message = "is required") @Size(max = 20,
					message = "must be at most 20 matchers") List<@NotNull LabelMatcher> match,
			@Nullable Instant startsAt, @Nullable Instant endsAt, @Nullable Delay duration,
			@Nullable @Valid Recurrence recurrence, @Nullable String reason, @Nullable Boolean everything,
			@Nullable String team) {

		@SuppressWarnings("ConstantValue") // what people write may leave out anything
		Question {
			// A null among them is for the validator to name.
			match = (match != null) ? Collections.unmodifiableList(new ArrayList<>(match)) : match;
		}

	}

	/**
	 * What it would do.
	 *
	 * @param everything whether it holds for nearly every alert, and asks for
	 * confirmation
	 * @param complete whether all alerts were looked at
	 * @param windows the present one and those to come, as the clock shows them
	 */
	record Answer(boolean everything, Firing firing, LastDays lastDays, boolean complete, List<LocalWindow> windows) {
	}

	/**
	 * What fires now.
	 *
	 * @param told how many of them were told already and go on
	 */
	record Firing(int count, int told, List<MutedAlerts.Life> alerts) {
	}

	record LastDays(int days, int count, int of) {
	}

	record LocalWindow(OffsetDateTime startsAt, OffsetDateTime endsAt) {

		static LocalWindow of(Window window, ZoneId zone) {
			return new LocalWindow(window.start().atZone(zone).toOffsetDateTime(),
					window.end().atZone(zone).toOffsetDateTime());
		}

	}

}
