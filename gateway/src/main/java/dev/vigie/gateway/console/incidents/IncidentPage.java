package dev.vigie.gateway.console.incidents;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

import dev.vigie.gateway.console.command.Command;
import dev.vigie.gateway.console.command.Command.Subject;
import dev.vigie.gateway.console.incidents.IncidentsClient.Entry;
import dev.vigie.gateway.console.incidents.IncidentsClient.Incident;
import dev.vigie.gateway.console.incidents.IncidentsClient.Page;
import dev.vigie.gateway.console.layout.Moment;
import dev.vigie.gateway.console.layout.Times;
import dev.vigie.gateway.console.silences.InForce;
import dev.vigie.shared.access.Caller;

/**
 * The page of an incident, with what may be said to it.
 */
@Controller
class IncidentPage {

	private static final List<String> OUTCOMES = List.of("actionable", "self_healed", "false_positive", "informational",
			"duplicate", "test");

	private static final List<String> PHASES = List.of("investigating", "identified", "mitigated");

	private final IncidentsClient incidents;

	private final Surroundings surroundings;

	private final Command command;

	private final Times times;

	IncidentPage(IncidentsClient incidents, Surroundings surroundings, Command command, Times times) {
		this.incidents = incidents;
		this.surroundings = surroundings;
		this.command = command;
		this.times = times;
	}

	@GetMapping("/incidents/{number:(?:INC-)?\\d+}")
	String one(@PathVariable String number, @ModelAttribute("mayRespond") boolean mayRespond, Caller caller,
			Locale locale, Model page) {
		Incident incident = this.incidents.get(number);
		InForce.Asked silences = this.surroundings.silences(incident);
		page.addAttribute("changes", this.surroundings.changes(incident, locale));
		this.command.show(new Subject(String.valueOf(incident.number()), incident.isOpen(), incident.phase(),
				caller.name(), mayRespond), locale, page);
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
