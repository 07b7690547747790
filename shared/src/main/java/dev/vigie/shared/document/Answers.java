package dev.vigie.shared.document;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * Documents and changes as HTTP answers, with the version as entity tag.
 */
public final class Answers {

	private Answers() {
	}

	public static <S> ResponseEntity<Document<S>> of(Document<S> document) {
		return ResponseEntity.ok().eTag(Etags.of(document.version())).body(document);
	}

	/**
	 * A change that was made: 201 with the place of what is new, else 200.
	 * @param <S> the type of the spec
	 */
	public static <S> ResponseEntity<Change<S>> made(Change<S> change, String place) {
		if (change.action() != Change.Action.CREATED) {
			return previewed(change);
		}
		return ResponseEntity.status(HttpStatus.CREATED)
			.location(URI.create(place))
			.eTag(Etags.of(change.version()))
			.body(change);
	}

	/**
	 * A change that would be made: nothing is new yet, so always 200.
	 * @param <S> the type of the spec
	 */
	public static <S> ResponseEntity<Change<S>> previewed(Change<S> change) {
		return ResponseEntity.ok().eTag(Etags.of(change.version())).body(change);
	}

}
