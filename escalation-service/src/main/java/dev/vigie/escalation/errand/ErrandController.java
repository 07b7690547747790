package dev.vigie.escalation.errand;

import java.util.Locale;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.escalation.link.IncidentLink;
import dev.vigie.escalation.link.Links;
import dev.vigie.escalation.policy.Deed.What;
import dev.vigie.shared.access.Caller;

/**
 * War rooms and tickets that people ask for.
 */
@RestController
@RequestMapping("/api/v1/incidents/{number}")
class ErrandController {

	private final ErrandHandling handling;

	private final Links links;

	ErrandController(ErrandHandling handling, Links links) {
		this.handling = handling;
		this.links = links;
	}

	@PostMapping("/war-room")
	ResponseEntity<ErrandView> warRoom(@PathVariable String number, @RequestBody @Valid Ask ask, Caller caller) {
		return answer(this.handling.ask(number, What.WAR_ROOM, ask.connection(), caller.name()));
	}

	@PostMapping("/ticket")
	ResponseEntity<ErrandView> ticket(@PathVariable String number, @RequestBody @Valid Ask ask, Caller caller) {
		return answer(this.handling.ask(number, What.TICKET, ask.connection(), caller.name()));
	}

	// What is still asked for is accepted; what is there already is the answer.
	private ResponseEntity<ErrandView> answer(Errand errand) {
		IncidentLink link = this.links.find(errand.id()).orElse(null);
		boolean open = errand.status().equals("OPEN");
		return ResponseEntity.status(open ? HttpStatus.ACCEPTED : HttpStatus.OK)
			.body(new ErrandView(errand.id(), errand.what().name().toLowerCase(Locale.ROOT), errand.connection(),
					open ? "pending" : "done", link));
	}

	/**
	 * Which connection is asked.
	 */
	record Ask(@NotBlank @Size(max = 63) String connection) {
	}

	/**
	 * What became of it so far.
	 *
	 * @param status {@code pending} or {@code done}
	 * @param link where it is, null as long as that is not known
	 */
	record ErrandView(UUID id, String what, String connection, String status, @Nullable IncidentLink link) {
	}

}
