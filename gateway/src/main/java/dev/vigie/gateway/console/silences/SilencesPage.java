package dev.vigie.gateway.console.silences;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import dev.vigie.gateway.console.layout.Times;
import dev.vigie.gateway.console.silences.SilencesClient.Silence;
import dev.vigie.gateway.console.silences.SilencesClient.SilenceList;

/**
 * The silences that are in force and those to come.
 */
@Controller
class SilencesPage {

	private static final int SHOWN = 200;

	private final SilencesClient silences;

	private final Times times;

	SilencesPage(SilencesClient silences, Times times) {
		this.silences = silences;
		this.times = times;
	}

	@GetMapping("/console/silences")
	String all(Locale locale, Model page) {
		SilenceList active = this.silences.list("active", SHOWN);
		SilenceList pending = this.silences.list("pending", SHOWN);
		page.addAttribute("active", views(active, Silence::endsAt, locale));
		page.addAttribute("pending", views(pending, Silence::startsAt, locale));
		page.addAttribute("more", active.next() != null || pending.next() != null);
		return "gateway/silences/silences";
	}

	private List<SilenceView> views(SilenceList silences, Function<Silence, @Nullable Instant> time, Locale locale) {
		Comparator<Silence> soonest = Comparator.comparing((silence) -> {
			Instant at = time.apply(silence);
			return (at != null) ? at : Instant.MAX;
		});
		return silences.items()
			.stream()
			.sorted(soonest)
			.map((silence) -> SilenceView.of(silence, this.times, locale))
			.toList();
	}

}
