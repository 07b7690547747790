package dev.vigie.escalation.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.handoff.RunningSilences;
import dev.vigie.escalation.notice.Notices;
import dev.vigie.escalation.notice.SilenceNews;
import dev.vigie.escalation.notice.SilenceNews.Turn;
import dev.vigie.shared.feed.FeedEvent;

/**
 * Starts and ends of silences: kept for hand-offs, and told to the channels that the
 * silence names.
 */
@Component
class SilenceEvents {

	private final JsonMapper json;

	private final Notices notices;

	private final RunningSilences running;

	SilenceEvents(JsonMapper json, Notices notices, RunningSilences running) {
		this.json = json;
		this.notices = notices;
		this.running = running;
	}

	void hear(FeedEvent event) {
		turn(event.type()).ifPresent((turn) -> {
			Told told = this.json.treeToValue(event.data(), Data.class).silence();
			switch (turn) {
				case STARTED -> this.running.started(told.name(), told.team(),
						new RunningSilences.Said(told.reason(), told.author(), told.endsAt()));
				case ENDED -> this.running.ended(told.name());
			}
			if (!told.channels().isEmpty()) {
				this.notices.announce(new SilenceNews(event.source() + "/" + event.id(), turn, event.time(),
						told.silence(), told.channels()));
			}
		});
	}

	private static Optional<Turn> turn(String type) {
		return switch (type) {
			case "dev.vigie.silence.started" -> Optional.of(Turn.STARTED);
			case "dev.vigie.silence.ended" -> Optional.of(Turn.ENDED);
			default -> Optional.empty();
		};
	}

	record Data(Told silence) {
	}

	/**
	 * The silence as alert-ingest tells it.
	 */
	record Told(String name, String reason, String author, List<Matcher> match, Instant startsAt, Instant endsAt,
			@Nullable String endedBy, @Nullable String team, @Nullable List<String> announce) {

		List<String> channels() {
			return (this.announce != null) ? this.announce : List.of();
		}

		SilenceNews.Silence silence() {
			return new SilenceNews.Silence(this.name, this.reason, this.author, this.team,
					this.match.stream().map(Matcher::text).toList(), this.startsAt, this.endsAt, this.endedBy);
		}

	}

	record Matcher(String label, @Nullable String equals, @Nullable String notEquals, @Nullable String matches,
			@Nullable String notMatches) {

		/**
		 * As Alertmanager writes it.
		 */
		String text() {
			if (this.equals != null) {
				return this.label + " = " + this.equals;
			}
			if (this.notEquals != null) {
				return this.label + " != " + this.notEquals;
			}
			return (this.matches != null) ? this.label + " =~ " + this.matches : this.label + " !~ " + this.notMatches;
		}

	}

}
