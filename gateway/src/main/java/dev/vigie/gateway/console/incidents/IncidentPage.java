package dev.vigie.gateway.console.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.vigie.gateway.console.changes.Beside;
import dev.vigie.gateway.console.changes.RecentChanges;
import dev.vigie.gateway.console.changes.RecentChanges.Span;
import dev.vigie.gateway.console.incidents.IncidentsClient.Alert;
import dev.vigie.gateway.console.incidents.IncidentsClient.Entry;
import dev.vigie.gateway.console.incidents.IncidentsClient.Incident;
import dev.vigie.gateway.console.incidents.IncidentsClient.Page;
import dev.vigie.gateway.console.layout.Moment;
import dev.vigie.gateway.console.layout.Times;
import dev.vigie.gateway.console.silences.InForce;

/**
 * The page of an incident, with what may be said to it.
 */
@Controller
class IncidentPage {

	private static final List<String> OUTCOMES = List.of("actionable", "self_healed", "false_positive", "informational",
			"duplicate", "test");

	private static final List<String> PHASES = List.of("investigating", "identified", "mitigated");

	private final IncidentsClient incidents;

	private final RecentChanges changes;

	private final InForce silences;

	private final Times times;

	IncidentPage(IncidentsClient incidents, RecentChanges changes, InForce silences, Times times) {
		this.incidents = incidents;
		this.changes = changes;
		this.silences = silences;
		this.times = times;
	}

	@GetMapping("/incidents/{number:(?:INC-)?\\d+}")
	String one(@PathVariable String number, Locale locale, Model page) {
		Incident incident = this.incidents.get(number);
		InForce.Asked silences = silences(incident);
		page.addAttribute("changes", changes(incident, locale));
		page.addAttribute("pages", pages(number, locale));
		page.addAttribute("timeline", timeline(number, locale));
		page.addAttribute("lengths", SnoozeLength.values());
		page.addAttribute("outcomes", OUTCOMES);
		page.addAttribute("phases", PHASES);
		page.addAttribute("severities", IncidentListPage.SEVERITIES);
		page.addAttribute("bounds", this.times.bounds(locale));
		page.addAttribute("view", IncidentView.of(incident, silences.answer(locale), this.times, locale));
		return "gateway/incidents/incident";
	}

	// What is over is not looked at for what may come.
	private InForce.Asked silences(Incident incident) {
		return this.silences.on(incident.integration(),
				incident.isOpen() ? incident.listed().stream().map(Alert::labelled).toList() : List.of());
	}

	// Null while they are not to be had.
	private @Nullable Beside changes(Incident incident, Locale locale) {
		List<String> services = incident.listed()
			.stream()
			.map((alert) -> alert.labelled().getOrDefault("service", ""))
			.toList();
		return this.changes
			.around(new Span(incident.triggeredAt(), over(incident)), services, incident.integration(), locale)
			.orElse(null);
	}

	private static @Nullable Instant over(Incident incident) {
		return (incident.resolvedAt() != null) ? incident.resolvedAt() : incident.closedAt();
	}

	private List<PageView> pages(String number, Locale locale) {
		return this.incidents.pages(number)
			.items()
			.stream()
			.map((page) -> new PageView(page,
					this.times.moment((page.deliveredAt() != null) ? page.deliveredAt() : page.createdAt(), locale)))
			.toList();
	}

	private List<EntryView> timeline(String number, Locale locale) {
		return this.incidents.timeline(number, locale.toLanguageTag())
			.items()
			.stream()
			.map((entry) -> new EntryView(entry, this.times.moment(entry.occurredAt(), locale)))
			.toList();
	}

	record PageView(Page page, @Nullable Moment at) {
	}

	record EntryView(Entry entry, @Nullable Moment at) {
	}

}
