package dev.vigie.escalation.document;

import java.net.URI;

import org.springframework.http.ResponseEntity;

import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Etags;

/**
 * How documents are answered over HTTP.
 */
public final class Answers {

	private Answers() {
	}

	public static <S> ResponseEntity<Document<S>> of(Document<S> document) {
		return ResponseEntity.ok().eTag(Etags.of(document.version())).body(document);
	}

	/**
	 * 201 with the address for what was (or would be) created, else 200.
	 */
	public static <S> ResponseEntity<Change<S>> of(Change<S> change, String address) {
		ResponseEntity.BodyBuilder answer = (change.action() == Change.Action.CREATED)
				? ResponseEntity.created(URI.create(address)) : ResponseEntity.ok();
		return answer.eTag(Etags.of(change.version())).body(change);
	}

}
