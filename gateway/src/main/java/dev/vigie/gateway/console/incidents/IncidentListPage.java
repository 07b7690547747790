package dev.vigie.gateway.console.incidents;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

import dev.vigie.gateway.console.incidents.IncidentsClient.Incident;
import dev.vigie.gateway.console.incidents.IncidentsClient.IncidentList;
import dev.vigie.gateway.console.layout.Times;

/**
 * The incidents that are open, or those that somebody looks for.
 */
@Controller
class IncidentListPage {

	static final List<String> SEVERITIES = List.of("P1", "P2", "P3", "P4", "P5");

	private static final int PAGE_SIZE = 50;

	private final IncidentsClient incidents;

	private final Times times;

	IncidentListPage(IncidentsClient incidents, Times times) {
		this.incidents = incidents;
		this.times = times;
	}

	@GetMapping("/")
	String list(@ModelAttribute("filter") Filter filter, Locale locale, Model page) {
		IncidentList found = this.incidents.list(filter.asked(), filter.severity(), filter.team(), filter.q(),
				filter.after(), PAGE_SIZE);
		page.addAttribute("incidents",
				found.items().stream().map((incident) -> IncidentView.of(incident, this.times, locale)).toList());
		page.addAttribute("teams",
				found.items().stream().map(Incident::team).filter(Objects::nonNull).distinct().sorted().toList());
		page.addAttribute("statuses", Filter.STATUSES);
		page.addAttribute("severities", SEVERITIES);
		page.addAttribute("query", filter.query(null));
		page.addAttribute("older", (found.next() != null) ? filter.query(found.next()) : null);
		return "gateway/incidents/open";
	}

}
