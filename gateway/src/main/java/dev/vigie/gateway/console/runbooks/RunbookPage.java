package dev.vigie.gateway.console.runbooks;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import dev.vigie.shared.document.Names;

/**
 * One runbook, rendered.
 */
@Controller
class RunbookPage {

	private final RunbookClient runbooks;

	RunbookPage(RunbookClient runbooks) {
		this.runbooks = runbooks;
	}

	@GetMapping("/runbooks/{name}")
	String show(@PathVariable String name, Model page) {
		RunbookClient.RunbookDocument runbook = this.runbooks.get(Names.check("name", name));
		page.addAttribute("title", runbook.spec().title());
		page.addAttribute("version", runbook.version());
		page.addAttribute("html", Markdown.toHtml(runbook.spec().body()));
		return "gateway/runbooks/runbook";
	}

}
