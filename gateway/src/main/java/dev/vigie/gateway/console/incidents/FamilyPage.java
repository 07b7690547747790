package dev.vigie.gateway.console.incidents;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.vigie.gateway.console.incidents.FamilyClient.Merge;
import dev.vigie.gateway.console.incidents.FamilyClient.Split;
import dev.vigie.gateway.console.incidents.IncidentsClient.Alert;
import dev.vigie.gateway.console.incidents.IncidentsClient.Group;
import dev.vigie.gateway.console.incidents.IncidentsClient.Incident;
import dev.vigie.gateway.console.layout.Attempts;
import dev.vigie.gateway.console.layout.Form;
import dev.vigie.gateway.console.layout.Times;

/**
 * Making one incident of two, and two of one.
 */
@Controller
class FamilyPage {

	private static final int OFFERED = 50;

	private final FamilyClient families;

	private final IncidentsClient incidents;

	private final Attempts attempts;

	private final Times times;

	FamilyPage(FamilyClient families, IncidentsClient incidents, Attempts attempts, Times times) {
		this.families = families;
		this.incidents = incidents;
		this.attempts = attempts;
		this.times = times;
	}

	@GetMapping("/incidents/{number:\\d+}/merge")
	String intoWhich(@PathVariable String number, Locale locale, Model page) {
		Incident incident = this.incidents.get(number);
		page.addAttribute("view", IncidentView.of(incident, this.times, locale));
		page.addAttribute("others",
				this.incidents.list("open", List.of(), null, null, null, OFFERED)
					.items()
					.stream()
					.filter((other) -> other.number() != incident.number())
					.map((other) -> IncidentView.of(other, this.times, locale))
					.toList());
		return "gateway/incidents/merge";
	}

	@PostMapping("/incidents/{number:\\d+}/merge")
	String merge(@PathVariable String number, @RequestParam Map<String, String> sent, RedirectAttributes next) {
		Form form = Form.of("merge", number, sent);
		String written = form.required("other");
		String into = written.isEmpty() ? form.required("into") : written;
		boolean done = this.attempts.make(form, () -> this.families.merge(number, new Merge(into, form.text("note"))),
				"merge", next);
		return "redirect:/incidents/" + number + (done ? "" : "/merge");
	}

	@GetMapping("/incidents/{number:\\d+}/split")
	String whichAlerts(@PathVariable String number, Locale locale, Model page) {
		page.addAttribute("view", IncidentView.of(this.incidents.get(number), this.times, locale));
		return "gateway/incidents/split";
	}

	@PostMapping("/incidents/{number:\\d+}/split")
	String split(@PathVariable String number, @RequestParam MultiValueMap<String, String> sent,
			RedirectAttributes next) {
		Form form = Form.of("split", number, sent.toSingleValueMap());
		AtomicReference<String> made = new AtomicReference<>(number);
		boolean done = this.attempts.make(form, () -> {
			Split split = new Split(chosen(number, sent), form.text("title"), form.text("note"));
			made.set(String.valueOf(this.families.split(number, split).number()));
		}, "split", next);
		return "redirect:/incidents/" + made.get() + (done ? "" : "/split");
	}

	// An alert is of a group when it has all of its labels.
	private Set<String> chosen(String number, MultiValueMap<String, String> sent) {
		Set<String> chosen = new TreeSet<>(sent.getOrDefault("alert", List.of()));
		List<String> groups = sent.getOrDefault("group", List.of());
		if (!groups.isEmpty()) {
			Incident incident = this.incidents.get(number);
			List<Map<String, String>> named = incident.grouped()
				.stream()
				.filter((group) -> groups.contains(group.text()))
				.map(Group::labelled)
				.toList();
			incident.listed()
				.stream()
				.filter((alert) -> named.stream()
					.anyMatch((labels) -> alert.labelled().entrySet().containsAll(labels.entrySet())))
				.map(Alert::fingerprint)
				.forEach(chosen::add);
		}
		return chosen;
	}

}
