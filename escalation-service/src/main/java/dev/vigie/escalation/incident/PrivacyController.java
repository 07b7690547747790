package dev.vigie.escalation.incident;

import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.escalation.roster.People;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.problem.Invalid;

/**
 * Who may know of an incident, over HTTP.
 */
@RestController
@RequestMapping(IncidentAccess.PATH + "/{number}")
class PrivacyController {

	static final int MOST = 100;

	private final PrivacyHandling handling;

	private final People people;

	private final IncidentController incidents;

	PrivacyController(PrivacyHandling handling, People people, IncidentController incidents) {
		this.handling = handling;
		this.people = people;
		this.incidents = incidents;
	}

	/**
	 * Without a body only the caller may know of it.
	 */
	@PostMapping("/private")
	IncidentView hide(@PathVariable String number, @RequestBody(required = false) @Valid @Nullable Hide said,
			Caller caller) {
		List<String> named = named((said != null) ? said.people() : null, caller, this.people);
		this.handling.hide(number, named, caller.name(), (said != null) ? said.note() : null);
		return this.incidents.get(number);
	}

	@DeleteMapping("/private")
	IncidentView reveal(@PathVariable String number, Caller caller) {
		this.handling.reveal(number, caller.name(), null);
		return this.incidents.get(number);
	}

	@PostMapping("/people")
	IncidentView name(@PathVariable String number, @RequestBody @Valid Name said, Caller caller) {
		this.people.check("person", said.person());
		this.handling.name(number, said.person(), caller.name());
		return this.incidents.get(number);
	}

	@DeleteMapping("/people/{person}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void strike(@PathVariable String number, @PathVariable String person, Caller caller) {
		Names.check("person", person);
		this.handling.strike(number, person, caller.name());
	}

	/**
	 * Those who are sent and whoever sends them, who must not lock themselves out.
	 */
	static List<String> named(@Nullable List<String> sent, Caller caller, People known) {
		List<String> others = (sent != null) ? sent : List.of();
		others.forEach((person) -> known.check("people", person));
		List<String> all = Stream.concat(Stream.ofNullable(caller.person()), others.stream()).distinct().toList();
		if (all.isEmpty()) {
			throw new Invalid("people", "must name somebody: the account " + caller.account() + " is no person's");
		}
		return all;
	}

	/**
	 * Who may know of it besides the caller.
	 */
	record Hide(@Size(max = MOST) @Nullable List<@NotNull @Pattern(regexp = Names.PATTERN) String> people,
			@Size(max = 2000) @Nullable String note) {
	}

	record Name(@NotNull @Pattern(regexp = Names.PATTERN) String person) {
	}

}
