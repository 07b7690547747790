package dev.vigie.escalation.command;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.escalation.command.RoleHandling.Remark;
import dev.vigie.escalation.roster.People;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Names;

/**
 * The roles of an incident over HTTP; {@code IncidentAccess} says who may.
 */
@RestController
@RequestMapping("/api/v1/incidents/{number}/roles")
class RoleController {

	private final RoleHandling handling;

	private final People people;

	RoleController(RoleHandling handling, People people) {
		this.handling = handling;
		this.people = people;
	}

	@GetMapping
	RoleListing present(@PathVariable String number) {
		return new RoleListing(this.handling.present(number).stream().map(RoleView::of).toList());
	}

	@GetMapping("/history")
	RoleListing history(@PathVariable String number) {
		return new RoleListing(this.handling.history(number).stream().map(RoleView::of).toList());
	}

	@PostMapping("/{role}/take")
	RoleListing take(@PathVariable String number, @PathVariable String role,
			@RequestBody(required = false) @Valid @Nullable Take sent, Caller caller) {
		Role taken = Role.of(role);
		this.handling.take(number, taken, caller.name(), taken.subject((sent != null) ? sent.subject() : null));
		return present(number);
	}

	@PostMapping("/{role}/assign")
	RoleListing assign(@PathVariable String number, @PathVariable String role, @RequestBody @Valid Assign sent,
			Caller caller) {
		Role assigned = Role.of(role);
		String subject = assigned.subject(sent.subject());
		this.people.check("person", sent.person());
		this.handling.assign(number, assigned, sent.person(), subject, remark(caller, sent.brief()));
		return present(number);
	}

	@PostMapping("/{role}/hand-over")
	RoleListing handOver(@PathVariable String number, @PathVariable String role, @RequestBody @Valid HandOver sent,
			Caller caller) {
		Role handed = Role.of(role);
		this.people.check("to", sent.to());
		this.handling.handOver(number, handed, sent.to(), text(sent.subject()), remark(caller, sent.brief()));
		return present(number);
	}

	@PostMapping("/{role}/relieve")
	RoleListing relieve(@PathVariable String number, @PathVariable String role, @RequestBody @Valid Relieve sent,
			Caller caller) {
		this.handling.relieve(number, Role.of(role), sent.person(), text(sent.subject()), remark(caller, sent.brief()));
		return present(number);
	}

	private static Remark remark(Caller caller, @Nullable String brief) {
		return new Remark(caller.name(), text(brief));
	}

	// No database text holds the character U+0000.
	private static @Nullable String text(@Nullable String sent) {
		String text = (sent != null) ? sent.replace("\0", "").strip() : "";
		return text.isEmpty() ? null : text;
	}

	/**
	 * What an expert takes.
	 */
	record Take(@Size(max = 100) @Nullable String subject) {
	}

	/**
	 * Who gets a role.
	 */
	record Assign(@NotNull @Pattern(regexp = Names.PATTERN) String person, @Size(max = 100) @Nullable String subject,
			@Size(max = 4000) @Nullable String brief) {
	}

	/**
	 * To whom a role goes, and what they must know.
	 */
	record HandOver(@NotNull @Pattern(regexp = Names.PATTERN) String to, @Size(max = 100) @Nullable String subject,
			@Size(max = 4000) @Nullable String brief) {
	}

	/**
	 * From whom a role is taken, and why.
	 */
	record Relieve(@NotNull @Size(min = 1, max = 200) String person, @Size(max = 100) @Nullable String subject,
			@Size(max = 4000) @Nullable String brief) {
	}

	/**
	 * Somebody in a role.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record RoleView(Role role, String person, @Nullable String subject, Instant since, String givenBy,
			@Nullable String brief, @Nullable Instant until, @Nullable String endedBy, @Nullable String parting) {

		static RoleView of(Holding holding) {
			Holding.Ending ending = holding.ending();
			return new RoleView(holding.role(), holding.person(), holding.subject(), holding.since(), holding.givenBy(),
					holding.brief(), (ending != null) ? ending.until() : null, (ending != null) ? ending.by() : null,
					(ending != null) ? ending.parting() : null);
		}

	}

	record RoleListing(List<RoleView> items) {
	}

}
