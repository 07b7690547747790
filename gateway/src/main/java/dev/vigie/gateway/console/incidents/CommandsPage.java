package dev.vigie.gateway.console.incidents;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.vigie.gateway.console.incidents.CommandsClient.Words;
import dev.vigie.gateway.console.layout.Attempts;
import dev.vigie.gateway.console.layout.Form;
import dev.vigie.gateway.console.layout.Times;
import dev.vigie.shared.problem.Invalid;

/**
 * The commands of an incident: each is said as it is, and the page is shown again.
 */
@Controller
class CommandsPage {

	private static final String COMMANDS = "acknowledge|unacknowledge|investigating|identified|mitigated"
			+ "|snooze|unsnooze|resolve|close|cancel|reopen|restart";

	// The filter of the list, as a browser writes it.
	private static final Pattern QUERY = Pattern.compile("[\\w=&%+.,~*-]{1,2000}");

	private final CommandsClient commands;

	private final Attempts attempts;

	private final Times times;

	CommandsPage(CommandsClient commands, Attempts attempts, Times times) {
		this.commands = commands;
		this.attempts = attempts;
		this.times = times;
	}

	@PostMapping("/incidents/{number:\\d+}/{command:" + COMMANDS + "}")
	String say(@PathVariable String number, @PathVariable String command, @RequestParam Map<String, String> sent,
			RedirectAttributes next) {
		Form form = Form.of(command, number, sent);
		this.attempts.make(form, () -> this.commands.say(number, command, words(form)), command, next);
		if (!"list".equals(form.text("from"))) {
			return "redirect:/incidents/" + number;
		}
		String query = form.required("query");
		return QUERY.matcher(query).matches() ? "redirect:/?" + query : "redirect:/";
	}

	private Words words(Form form) {
		return new Words(form.text("note"), form.text("reason"), form.text("outcome"), until(form));
	}

	private @Nullable Instant until(Form form) {
		String length = form.text("length");
		if (length != null) {
			return SnoozeLength.find(length).orElseThrow(() -> new Invalid("length", "is not offered")).end(this.times);
		}
		String until = form.text("until");
		return (until != null) ? this.times.read("until", until) : null;
	}

}
