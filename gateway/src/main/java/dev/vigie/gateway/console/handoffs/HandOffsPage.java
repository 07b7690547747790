package dev.vigie.gateway.console.handoffs;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.vigie.gateway.console.handoffs.HandOffsClient.HandOff;
import dev.vigie.gateway.console.handoffs.HandOffsClient.Note;
import dev.vigie.gateway.console.layout.Times;

/**
 * The hand-offs that somebody is to take over, the last ones, and notes for the next.
 */
@Controller
class HandOffsPage {

	private static final String PAGE = "redirect:/console/handoffs";

	private static final int OPEN = 100;

	private static final int LAST = 30;

	private final HandOffsClient handOffs;

	private final Times times;

	HandOffsPage(HandOffsClient handOffs, Times times) {
		this.handOffs = handOffs;
		this.times = times;
	}

	@GetMapping("/console/handoffs")
	String all(Locale locale, Model page) {
		List<HandOff> open = this.handOffs.list(true, OPEN).items();
		List<HandOff> last = this.handOffs.list(false, LAST).items();
		page.addAttribute("open", views(open, locale));
		page.addAttribute("last", views(last.stream().filter((one) -> !open.contains(one)).toList(), locale));
		page.addAttribute("schedules", last.stream().map(HandOff::schedule).distinct().sorted().toList());
		return "gateway/handoffs/handoffs";
	}

	@PostMapping("/console/handoffs/{id}/take-over")
	String takeOver(@PathVariable UUID id, RedirectAttributes next) {
		return attempt(() -> this.handOffs.takeOver(id), "taken", next);
	}

	@PostMapping("/console/handoffs/notes")
	String write(@RequestParam String schedule, @RequestParam String text, RedirectAttributes next) {
		return attempt(() -> this.handOffs.write(new Note(schedule, text)), "noted", next);
	}

	private static String attempt(Runnable command, String done, RedirectAttributes next) {
		try {
			command.run();
			next.addFlashAttribute("notice", done);
		}
		catch (HttpClientErrorException refused) {
			HttpStatus status = HttpStatus.valueOf(refused.getStatusCode().value());
			if (status != HttpStatus.CONFLICT && status != HttpStatus.BAD_REQUEST) {
				throw refused;
			}
			next.addFlashAttribute("notice", (status == HttpStatus.CONFLICT) ? "over" : "unfit");
		}
		return PAGE;
	}

	private List<HandOffView> views(List<HandOff> handOffs, Locale locale) {
		return handOffs.stream().map((handOff) -> HandOffView.of(handOff, this.times, locale)).toList();
	}

}
