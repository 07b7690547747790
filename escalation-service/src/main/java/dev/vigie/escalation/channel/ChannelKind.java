package dev.vigie.escalation.channel;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Kind;
import dev.vigie.shared.document.Names;

/**
 * Channels as documents, with their secrets.
 */
@Component
class ChannelKind implements Kind<ChannelSpec> {

	private final Channels channels;

	ChannelKind(Channels channels) {
		this.channels = channels;
	}

	@Override
	public String kind() {
		return "Channel";
	}

	// What cannot be a name is no channel, and may be nothing that the database takes.
	@Override
	public Optional<Document<ChannelSpec>> find(String name) {
		return name.matches(Names.PATTERN) ? this.channels.findById(name).map(Channel::document) : Optional.empty();
	}

	@Override
	public List<Document<ChannelSpec>> after(String name, int limit) {
		return this.channels.findByNameGreaterThanOrderByName(name, Limit.of(limit))
			.stream()
			.map(Channel::document)
			.toList();
	}

	@Override
	public void save(Document<ChannelSpec> document) {
		this.channels.findById(document.name())
			.ifPresentOrElse((channel) -> channel.become(document.spec()),
					() -> this.channels.save(new Channel(document.name(), document.spec())));
	}

	@Override
	public void delete(String name) {
		this.channels.findById(name).ifPresent(this.channels::delete);
	}

}
