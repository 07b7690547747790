package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.shared.access.Caller;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.Invalid;

/**
 * Reading incidents over HTTP.
 */
@RestController
@RequestMapping(IncidentAccess.PATH)
class IncidentController {

	private static final int LONGEST = 500;

	static final int ALERTS = 1000;

	private static final int ALERTS_IN_LISTS = 20;

	private final IncidentViews views;

	private final IncidentChanges changes;

	IncidentController(IncidentViews views, IncidentChanges changes) {
		this.views = views;
		this.changes = changes;
	}

	@GetMapping
	Listing<IncidentView> list(@RequestParam(required = false) @Nullable List<String> status,
			@RequestParam(required = false) @Nullable List<String> severity,
			@RequestParam(required = false) @Nullable List<String> team,
			@RequestParam(required = false) @Nullable String q, @RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "50") int limit, Caller caller) {
		Listing.checkLimit(limit, LONGEST);
		long before = (after != null) ? cursor(after) : Long.MAX_VALUE;
		return Listing.of(this.views.list(IncidentSearch.of(status, severity, team, q, caller.person()), before,
				limit + 1, ALERTS_IN_LISTS), limit, IncidentView::number);
	}

	@GetMapping("/{number}")
	IncidentView get(@PathVariable String number) {
		return this.views.get(this.changes.idOf(number), ALERTS, Caller.present().person()).orElseThrow();
	}

	@GetMapping("/{number}/timeline")
	Listing<Line> timeline(@PathVariable String number, @RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "200") int limit, Locale locale) {
		Listing.checkLimit(limit, LONGEST);
		List<Line> found = this.views.timeline(this.changes.idOf(number), (after != null) ? cursor(after) : 0,
				limit + 1, locale);
		return Listing.of(found, limit, Line::id);
	}

	private static long cursor(String after) {
		try {
			return Long.parseLong(after);
		}
		catch (NumberFormatException _) {
			throw new Invalid("after", "must be the next of an earlier answer");
		}
	}

	/**
	 * A line of the timeline in the caller's language.
	 */
	record Line(long id, Instant occurredAt, Instant recordedAt, String code, @Nullable String actor,
			Map<String, String> params, String text) {
	}

}
