package dev.vigie.alertingest.silence;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Kind;
import dev.vigie.shared.document.Names;

/**
 * Silences as documents. One that says something else than before counts again, even if
 * somebody had ended it.
 */
@Component
class SilenceKind implements Kind<SilenceSpec> {

	private final SilenceTable silences;

	private final Announcements announcements;

	private final InstantSource clock;

	SilenceKind(SilenceTable silences, Announcements announcements, InstantSource clock) {
		this.silences = silences;
		this.announcements = announcements;
		this.clock = clock;
	}

	/**
	 * The kind in the hands of somebody.
	 * @param adHoc whether what is new is made without a name of its own
	 */
	Kind<SilenceSpec> by(String author, boolean adHoc) {
		return new Signed(author, adHoc);
	}

	@Override
	public String kind() {
		return "Silence";
	}

	// What cannot be a name may be nothing that the database takes.
	@Override
	public Optional<Document<SilenceSpec>> find(String name) {
		return name.matches(Names.PATTERN) ? this.silences.find(name).map(SilenceKind::document) : Optional.empty();
	}

	@Override
	public List<Document<SilenceSpec>> after(String name, int limit) {
		return this.silences.after(name, null, this.clock.instant(), limit)
			.stream()
			.map(SilenceKind::document)
			.toList();
	}

	@Override
	public int firstVersion(String name) {
		return this.silences.firstVersion(name);
	}

	@Override
	public void save(Document<SilenceSpec> document) {
		save(document, "vigie", false);
	}

	@Override
	public void delete(String name) {
		delete(name, "vigie");
	}

	@Override
	public List<Reference> references(SilenceSpec spec) {
		return spec.references();
	}

	private void save(Document<SilenceSpec> document, String author, boolean adHoc) {
		Instant now = this.clock.instant();
		Silence silence = this.silences.lock(document.name())
			.map((before) -> before.saying(document.version(), document.spec(), author, now))
			.orElseGet(() -> new Silence(document.name(), document.version(), document.spec(), author, adHoc, now, null,
					false, null));
		this.announcements.settle(silence, now);
	}

	private void delete(String name, String author) {
		Instant now = this.clock.instant();
		this.silences.lock(name).ifPresent((silence) -> {
			this.announcements.settle(silence.ended(new Silence.Ending(now, author, true)), now);
			this.silences.remove(name, now);
		});
	}

	private static Document<SilenceSpec> document(Silence silence) {
		return new Document<>(silence.name(), silence.version(), silence.spec());
	}

	private final class Signed implements Kind<SilenceSpec> {

		private final String author;

		private final boolean adHoc;

		private Signed(String author, boolean adHoc) {
			this.author = author;
			this.adHoc = adHoc;
		}

		@Override
		public String kind() {
			return SilenceKind.this.kind();
		}

		@Override
		public Optional<Document<SilenceSpec>> find(String name) {
			return SilenceKind.this.find(name);
		}

		@Override
		public List<Document<SilenceSpec>> after(String name, int limit) {
			return SilenceKind.this.after(name, limit);
		}

		@Override
		public int firstVersion(String name) {
			return SilenceKind.this.firstVersion(name);
		}

		@Override
		public void save(Document<SilenceSpec> document) {
			SilenceKind.this.save(document, this.author, this.adHoc);
		}

		@Override
		public void delete(String name) {
			SilenceKind.this.delete(name, this.author);
		}

		@Override
		public List<Reference> references(SilenceSpec spec) {
			return spec.references();
		}

	}

}
