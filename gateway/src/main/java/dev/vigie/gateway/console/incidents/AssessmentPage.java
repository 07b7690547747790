package dev.vigie.gateway.console.incidents;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import dev.vigie.gateway.console.incidents.AssessmentClient.Decision;
import dev.vigie.gateway.console.incidents.AssessmentClient.History;
import dev.vigie.gateway.console.incidents.AssessmentClient.Span;
import dev.vigie.gateway.console.incidents.IncidentsClient.Impact;
import dev.vigie.gateway.console.layout.Attempts;
import dev.vigie.gateway.console.layout.Form;
import dev.vigie.gateway.console.layout.Moment;
import dev.vigie.gateway.console.layout.Times;

/**
 * How bad an incident is: what people decide, what it does to the business, and which
 * severity it had when.
 */
@Controller
class AssessmentPage {

	private final AssessmentClient assessments;

	private final IncidentsClient incidents;

	private final Attempts attempts;

	private final Times times;

	AssessmentPage(AssessmentClient assessments, IncidentsClient incidents, Attempts attempts, Times times) {
		this.assessments = assessments;
		this.incidents = incidents;
		this.attempts = attempts;
		this.times = times;
	}

	@PostMapping("/incidents/{number:\\d+}/impact")
	String affects(@PathVariable String number, @RequestParam Map<String, String> sent, RedirectAttributes next) {
		Form form = Form.of("impact", number, sent);
		this.attempts.make(form, () -> this.assessments.affects(number,
				Said.impact(form, this.times).orElse(new Impact(false, null, null))), "impact", next);
		return "redirect:/incidents/" + number;
	}

	@PostMapping("/incidents/{number:\\d+}/severity")
	String decide(@PathVariable String number, @RequestParam Map<String, String> sent, RedirectAttributes next) {
		Form form = Form.of("severity", number, sent);
		this.attempts.make(form,
				() -> this.assessments.decide(number, new Decision(form.required("severity"), form.required("reason"))),
				"severity", next);
		return "redirect:/incidents/" + number;
	}

	@PostMapping("/incidents/{number:\\d+}/severity/rules")
	String letRulesDecide(@PathVariable String number, RedirectAttributes next) {
		this.attempts.make(Form.of("rules", number, Map.of()), () -> this.assessments.letRulesDecide(number), "rules",
				next);
		return "redirect:/incidents/" + number;
	}

	@GetMapping("/incidents/{number:\\d+}/severities")
	String history(@PathVariable String number, Locale locale, Model page) {
		page.addAttribute("view", IncidentView.of(this.incidents.get(number), this.times, locale));
		History history = this.assessments.severities(number);
		page.addAttribute("spans", history.items().stream().map((span) -> view(span, locale)).toList());
		Map<String, String> totals = new TreeMap<>();
		history.seconds().forEach((severity, seconds) -> totals.put(severity, words(seconds, locale)));
		page.addAttribute("totals", totals);
		return "gateway/incidents/severities";
	}

	private SpanView view(Span span, Locale locale) {
		return new SpanView(span, this.times.moment(span.from(), locale), this.times.moment(span.until(), locale),
				words(span.seconds(), locale));
	}

	private String words(long seconds, Locale locale) {
		return this.times.words(Duration.ofSeconds(seconds), locale);
	}

	/**
	 * A time with one severity.
	 *
	 * @param until null while it lasts
	 */
	record SpanView(Span span, @Nullable Moment from, @Nullable Moment until, String length) {
	}

}
