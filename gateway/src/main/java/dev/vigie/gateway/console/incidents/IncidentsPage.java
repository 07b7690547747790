package dev.vigie.gateway.console.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.vigie.gateway.console.changes.Beside;
import dev.vigie.gateway.console.changes.RecentChanges;
import dev.vigie.gateway.console.changes.RecentChanges.Span;
import dev.vigie.gateway.console.incidents.IncidentsClient.Alert;
import dev.vigie.gateway.console.incidents.IncidentsClient.Close;
import dev.vigie.gateway.console.incidents.IncidentsClient.Entry;
import dev.vigie.gateway.console.incidents.IncidentsClient.Incident;
import dev.vigie.gateway.console.incidents.IncidentsClient.IncidentList;
import dev.vigie.gateway.console.incidents.IncidentsClient.Page;
import dev.vigie.gateway.console.incidents.IncidentsClient.Snooze;
import dev.vigie.gateway.console.layout.Moment;
import dev.vigie.gateway.console.layout.Times;
import dev.vigie.gateway.console.silences.InForce;

/**
 * The open incidents and the page of one, with what may be said to it.
 */
@Controller
class IncidentsPage {

	private static final String OPEN = "open";

	private static final List<String> OUTCOMES = List.of("actionable", "self_healed", "false_positive", "informational",
			"duplicate", "test");

	private static final int PAGE_SIZE = 50;

	private final IncidentsClient incidents;

	private final RecentChanges changes;

	private final InForce silences;

	private final Times times;

	IncidentsPage(IncidentsClient incidents, RecentChanges changes, InForce silences, Times times) {
		this.incidents = incidents;
		this.changes = changes;
		this.silences = silences;
		this.times = times;
	}

	@GetMapping("/")
	String open(@RequestParam(required = false) @Nullable String after, Locale locale, Model page) {
		IncidentList open = this.incidents.list(OPEN, after, PAGE_SIZE);
		page.addAttribute("incidents",
				open.items().stream().map((incident) -> IncidentView.of(incident, this.times, locale)).toList());
		page.addAttribute("next", open.next());
		return "gateway/incidents/open";
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
		page.addAttribute("view", IncidentView.of(incident, silences.answer(locale), this.times, locale));
		return "gateway/incidents/incident";
	}

	@PostMapping("/incidents/{number:\\d+}/acknowledge")
	String acknowledge(@PathVariable String number, @RequestParam(defaultValue = "") String from,
			RedirectAttributes next) {
		return command(this.incidents::acknowledge, "acknowledged", number, from, next);
	}

	@PostMapping("/incidents/{number:\\d+}/resolve")
	String resolve(@PathVariable String number, @RequestParam(defaultValue = "") String from, RedirectAttributes next) {
		return command(this.incidents::resolve, "resolved", number, from, next);
	}

	@PostMapping("/incidents/{number:\\d+}/unacknowledge")
	String unacknowledge(@PathVariable String number, @RequestParam(defaultValue = "") String from,
			RedirectAttributes next) {
		return command(this.incidents::unacknowledge, "unacknowledged", number, from, next);
	}

	@PostMapping("/incidents/{number:\\d+}/snooze")
	String snooze(@PathVariable String number, @RequestParam SnoozeLength length,
			@RequestParam(defaultValue = "") String from, RedirectAttributes next) {
		Snooze snooze = new Snooze(length.end(this.times));
		return command((asked) -> this.incidents.snooze(asked, snooze), "snoozed", number, from, next);
	}

	@PostMapping("/incidents/{number:\\d+}/unsnooze")
	String unsnooze(@PathVariable String number, @RequestParam(defaultValue = "") String from,
			RedirectAttributes next) {
		return command(this.incidents::unsnooze, "unsnoozed", number, from, next);
	}

	@PostMapping("/incidents/{number:\\d+}/restart")
	String restart(@PathVariable String number, @RequestParam(defaultValue = "") String from, RedirectAttributes next) {
		return command(this.incidents::restart, "restarted", number, from, next);
	}

	@PostMapping("/incidents/{number:\\d+}/close")
	String close(@PathVariable String number, @RequestParam String outcome,
			@RequestParam(defaultValue = "") String from, RedirectAttributes next) {
		return command((asked) -> this.incidents.close(asked, new Close(outcome)), "closed", number, from, next);
	}

	private String command(Consumer<String> command, String done, String number, String from, RedirectAttributes next) {
		next.addFlashAttribute("noticeNumber", number);
		try {
			command.accept(number);
			next.addFlashAttribute("notice", done);
		}
		catch (HttpClientErrorException refused) {
			if (refused.getStatusCode() != HttpStatus.CONFLICT) {
				throw refused;
			}
			next.addFlashAttribute("notice", "conflict"); // somebody else was faster
		}
		return from.equals("list") ? "redirect:/" : "redirect:/incidents/" + number;
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
