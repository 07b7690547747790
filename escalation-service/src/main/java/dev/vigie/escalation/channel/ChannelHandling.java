package dev.vigie.escalation.channel;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Edit;
import dev.vigie.shared.document.Editing;
import dev.vigie.shared.document.Reading;
import dev.vigie.shared.listing.Listing;

/**
 * What people do with channels: as with other documents, but no secret is ever shown, and
 * one that was not shown can be sent back as it was.
 */
@Component
@Transactional
class ChannelHandling {

	private final ChannelKind channels;

	private final Editing editing;

	private final Reading reading;

	ChannelHandling(ChannelKind channels, Editing editing, Reading reading) {
		this.channels = channels;
		this.editing = editing;
		this.reading = reading;
	}

	Change<ChannelSpec> apply(Edit<ChannelSpec> sent) {
		return masked(this.editing.apply(this.channels, whole(sent)));
	}

	@Transactional(readOnly = true)
	Change<ChannelSpec> preview(Edit<ChannelSpec> sent) {
		return masked(this.editing.preview(this.channels, whole(sent)));
	}

	@Transactional(readOnly = true)
	Document<ChannelSpec> get(String name) {
		return masked(this.reading.one(this.channels, name));
	}

	@Transactional(readOnly = true)
	Listing<Document<ChannelSpec>> list(String after, int limit) {
		return this.reading.list(this.channels, after, limit).map(ChannelHandling::masked);
	}

	void delete(String name, @Nullable String ifMatch) {
		this.editing.delete(this.channels, name, ifMatch);
	}

	private Edit<ChannelSpec> whole(Edit<ChannelSpec> sent) {
		ChannelSpec stored = this.channels.find(sent.name()).map(Document::spec).orElse(null);
		return new Edit<>(sent.name(), sent.spec().withSecretOf(stored).check(), sent.ifMatch());
	}

	private static Change<ChannelSpec> masked(Change<ChannelSpec> change) {
		ChannelSpec before = change.before();
		return new Change<>(change.action(), change.version(), (before != null) ? before.masked() : null,
				change.after().masked(), change.references());
	}

	private static Document<ChannelSpec> masked(Document<ChannelSpec> document) {
		return new Document<>(document.name(), document.version(), document.spec().masked());
	}

}
