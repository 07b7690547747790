package dev.vigie.gateway.console.incidents;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.vigie.gateway.console.directory.Directory;
import dev.vigie.gateway.console.incidents.DeclarationsClient.Declaration;
import dev.vigie.gateway.console.incidents.DeclarationsClient.Made;
import dev.vigie.gateway.console.layout.Attempts;
import dev.vigie.gateway.console.layout.Form;
import dev.vigie.gateway.console.layout.Times;
import dev.vigie.shared.access.Caller;

/**
 * The form that declares an incident. It brings a key with it, so that sending it twice
 * declares one.
 */
@Controller
class DeclarePage {

	private static final String PATH = "/incidents/declare";

	private final DeclarationsClient declarations;

	private final Directory directory;

	private final Attempts attempts;

	private final Times times;

	DeclarePage(DeclarationsClient declarations, Directory directory, Attempts attempts, Times times) {
		this.declarations = declarations;
		this.directory = directory;
		this.attempts = attempts;
		this.times = times;
	}

	@GetMapping(PATH)
	String form(Locale locale, Model page) {
		page.addAttribute("key", UUID.randomUUID());
		page.addAttribute("severities", IncidentListPage.SEVERITIES);
		page.addAttribute("teams", this.directory.teams());
		page.addAttribute("people", this.directory.people());
		page.addAttribute("bounds", this.times.bounds(locale));
		return "gateway/incidents/declare";
	}

	@PostMapping(PATH)
	String declare(@RequestParam String key, @RequestParam Map<String, String> sent, Caller caller,
			RedirectAttributes next) {
		Form form = Form.of("declare", "", sent);
		AtomicReference<@Nullable Made> answer = new AtomicReference<>();
		this.attempts.make(form, () -> answer.set(this.declarations.declare(key, declaration(form))), "declare", next);
		Made made = answer.get();
		if (made == null) {
			return "redirect:" + PATH;
		}
		next.addFlashAttribute("noticeNumber", made.number());
		return made.isFor(caller.name()) ? "redirect:/incidents/" + made.number() : "redirect:/";
	}

	private Declaration declaration(Form form) {
		boolean isPrivate = form.text("private") != null;
		return new Declaration(form.required("title"), form.text("description"), form.text("severity"),
				form.text("team"), form.text("service"), Said.impact(form, this.times).orElse(null),
				isPrivate ? Boolean.TRUE : null, isPrivate ? Said.people(form) : null);
	}

}
