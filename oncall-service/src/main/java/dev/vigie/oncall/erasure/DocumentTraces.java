package dev.vigie.oncall.erasure;

import java.util.List;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.person.PersonalData;
import dev.vigie.oncall.person.Renaming;
import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.DocumentChanged;
import dev.vigie.shared.document.Kind;

/**
 * The documents that point to a person, of whatever kind.
 */
@Component
class DocumentTraces implements PersonalData {

	private static final Logger log = LoggerFactory.getLogger(DocumentTraces.class);

	private final ObjectProvider<Kind<?>> kinds;

	private final JsonMapper json;

	private final ApplicationEventPublisher events;

	DocumentTraces(ObjectProvider<Kind<?>> kinds, JsonMapper json, ApplicationEventPublisher events) {
		this.kinds = kinds;
		this.json = json;
		this.events = events;
	}

	@Override
	public String part() {
		return "documents";
	}

	@Override
	public List<?> export(String person) {
		return this.kinds.orderedStream().flatMap((kind) -> export(kind, person)).toList();
	}

	private <S> Stream<Mention> export(Kind<S> kind, String person) {
		return pointing(kind, person).map((document) -> {
			JsonNode spec = this.json.valueToTree(document.spec());
			return new Mention(kind.kind(), document.name(),
					references(kind, document.spec(), person)
						.map((reference) -> new Said(reference.field(), holder(spec, reference.field())))
						.toList());
		});
	}

	@Override
	public void rename(String person, String pseudonym) {
		this.kinds.orderedStream().forEach((kind) -> rename(kind, person, pseudonym));
	}

	private <S> void rename(Kind<S> kind, String person, String pseudonym) {
		for (Document<S> document : pointing(kind, person).toList()) {
			kind.save(new Document<>(document.name(), document.version() + 1,
					renamed(kind, document.spec(), person, pseudonym)));
			this.events.publishEvent(new DocumentChanged(kind.kind(), document.name(), "updated"));
			log.info("{}/{} names {} now", kind.kind(), document.name(), pseudonym);
		}
	}

	@SuppressWarnings("unchecked")
	private <S> S renamed(Kind<S> kind, S spec, String person, String pseudonym) {
		JsonNode tree = this.json.valueToTree(spec);
		Renaming renaming = new Renaming(person, pseudonym);
		references(kind, spec, person).forEach((reference) -> renaming.at(tree, reference.field()));
		S renamed = (S) this.json.treeToValue(tree, spec.getClass());
		Assert.state(references(kind, renamed, person).findAny().isEmpty(),
				() -> "References of the kind " + kind.kind() + " are not where it says they are");
		return renamed;
	}

	// Of a list of names only the person's own; of an entry all it says of them.
	private static JsonNode holder(JsonNode spec, String field) {
		String pointer = pointer(field);
		JsonNode holder = spec.at(pointer.substring(0, pointer.lastIndexOf('/')));
		boolean isEntry = holder.isObject() && pointer.indexOf('/', 1) > 0;
		return isEntry ? holder : spec.at(pointer);
	}

	private static String pointer(String field) {
		return "/" + field.replace("]", "").replace('[', '/').replace('.', '/');
	}

	private static <S> Stream<Document<S>> pointing(Kind<S> kind, String person) {
		return kind.after("", Integer.MAX_VALUE)
			.stream()
			.filter((document) -> references(kind, document.spec(), person).findAny().isPresent());
	}

	private static <S> Stream<Reference> references(Kind<S> kind, S spec, String person) {
		return kind.references(spec)
			.stream()
			.filter((reference) -> reference.kind().equals(PersonDirectory.KIND) && reference.name().equals(person));
	}

	/**
	 * A document that points to the person.
	 */
	record Mention(String kind, String name, List<Said> says) {
	}

	/**
	 * What a document says of the person.
	 */
	record Said(String field, JsonNode value) {
	}

}
