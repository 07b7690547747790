package dev.vigie.gateway.console.incidents;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.vigie.gateway.console.incidents.PrivacyClient.Added;
import dev.vigie.gateway.console.incidents.PrivacyClient.Hidden;
import dev.vigie.gateway.console.layout.Attempts;
import dev.vigie.gateway.console.layout.Form;

/**
 * Who alone may see an incident.
 */
@Controller
class PrivacyPage {

	private static final String FORM = "private";

	private final PrivacyClient privacy;

	private final IncidentsClient incidents;

	private final Attempts attempts;

	PrivacyPage(PrivacyClient privacy, IncidentsClient incidents, Attempts attempts) {
		this.privacy = privacy;
		this.incidents = incidents;
		this.attempts = attempts;
	}

	@PostMapping("/incidents/{number:\\d+}/private")
	String hide(@PathVariable String number, @RequestParam Map<String, String> sent, RedirectAttributes next) {
		Form form = Form.of(FORM, number, sent);
		this.attempts.make(form, () -> this.privacy.hide(number, new Hidden(Said.people(form))), "private", next);
		return page(number);
	}

	@PostMapping("/incidents/{number:\\d+}/private/end")
	String reveal(@PathVariable String number, RedirectAttributes next) {
		Form form = Form.of(FORM, number, Map.of());
		this.attempts.make(form, () -> this.privacy.reveal(number), "public", next);
		return page(number);
	}

	@PostMapping("/incidents/{number:\\d+}/people")
	String add(@PathVariable String number, @RequestParam Map<String, String> sent, RedirectAttributes next) {
		Form form = Form.of(FORM, number, sent);
		this.attempts.make(form, () -> this.privacy.add(number, new Added(form.required("person"))), "people", next);
		return page(number);
	}

	@PostMapping("/incidents/{number:\\d+}/people/remove")
	String remove(@PathVariable String number, @RequestParam String person, RedirectAttributes next) {
		Form form = Form.of(FORM, number, Map.of());
		this.attempts.make(form, () -> this.privacy.remove(number, person), "people", next);
		return page(number);
	}

	// Whoever may not know of it any more goes on with the others.
	private String page(String number) {
		try {
			this.incidents.get(number);
			return "redirect:/incidents/" + number;
		}
		catch (HttpClientErrorException.NotFound _) {
			return "redirect:/";
		}
	}

}
