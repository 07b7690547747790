package dev.vigie.gateway.console.command;

import java.util.Map;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.vigie.gateway.console.command.RolesClient.Words;
import dev.vigie.gateway.console.layout.Attempts;
import dev.vigie.gateway.console.layout.Form;

/**
 * Taking, giving and leaving roles.
 */
@Controller
class RolesPage {

	private final RolesClient roles;

	private final Attempts attempts;

	RolesPage(RolesClient roles, Attempts attempts) {
		this.roles = roles;
		this.attempts = attempts;
	}

	/**
	 * Somebody joins; the reader, where nobody is named.
	 */
	@PostMapping("/incidents/{number:\\d+}/roles")
	String join(@PathVariable String number, @RequestParam String role, @RequestParam Map<String, String> sent,
			RedirectAttributes next) {
		Form form = Form.of("join", number, sent);
		return say(form, role, (form.text("person") != null) ? "assign" : "take", next);
	}

	@PostMapping("/incidents/{number:\\d+}/roles/{role}/{command:take|hand-over|relieve}")
	String change(@PathVariable String number, @PathVariable String role, @PathVariable String command,
			@RequestParam Map<String, String> sent, RedirectAttributes next) {
		return say(Form.of(role, number, sent), role, command, next);
	}

	private String say(Form form, String role, String command, RedirectAttributes next) {
		this.attempts.make(form, () -> this.roles.say(form.number(), role, command, words(form, command)), "role",
				next);
		return "redirect:/incidents/" + form.number() + "#roles";
	}

	private static Words words(Form form, String command) {
		String subject = form.text("subject");
		String brief = form.text("brief");
		return switch (command) {
			case "take" -> new Words(null, null, subject, null);
			case "hand-over" -> new Words(null, form.required("to"), subject, brief);
			default -> new Words(form.required("person"), null, subject, brief);
		};
	}

}
