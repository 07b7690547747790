package dev.vigie.escalation.handoff;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.escalation.handoff.Summary.Note;
import dev.vigie.shared.access.Caller;

/**
 * Notes for the next on call over HTTP.
 */
@RestController
@RequestMapping(HandOffAccess.PATH + "/notes")
class NoteController {

	private final NoteTaking notes;

	NoteController(NoteTaking notes) {
		this.notes = notes;
	}

	/**
	 * What the next will be told, as far as it is written.
	 */
	@GetMapping
	NoteListing list(@RequestParam String schedule) {
		return new NoteListing(this.notes.of(schedule));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Note write(@RequestBody @Valid Written written, Caller caller) {
		return this.notes.write(written.schedule(), caller.name(), written.text());
	}

	/**
	 * A note as it is sent.
	 */
	record Written(@NotBlank @Size(max = 100) String schedule, @NotBlank @Size(max = 4000) String text) {
	}

	record NoteListing(List<Note> items) {
	}

}
