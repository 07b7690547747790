package dev.vigie.escalation.channel;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.document.References;
import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Etags;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.problem.NotFound;

/**
 * What people do with channels.
 */
@Component
@Transactional
class ChannelHandling {

	private final Channels channels;

	private final References references;

	ChannelHandling(Channels channels, References references) {
		this.channels = channels;
		this.references = references;
	}

	Change<ChannelSpec> put(String name, ChannelSpec sent, @Nullable String ifMatch, boolean dryRun) {
		Names.check("name", name);
		Optional<Channel> stored = this.channels.findById(name);
		Document<ChannelSpec> before = stored.map(Channel::document).orElse(null);
		Etags.check(ifMatch, (before != null) ? before.version() : null);
		ChannelSpec spec = sent.withSecretOf((before != null) ? before.spec() : null).check();
		Change<ChannelSpec> change = Change.between(before, spec, List.of());
		if (!dryRun) {
			stored.ifPresentOrElse((channel) -> channel.become(spec),
					() -> this.channels.save(new Channel(name, spec)));
		}
		return new Change<>(change.action(), change.version(), (before != null) ? before.spec().masked() : null,
				spec.masked(), change.references());
	}

	@Transactional(readOnly = true)
	Document<ChannelSpec> get(String name) {
		return find(name).map(ChannelHandling::masked).orElseThrow(() -> new NotFound("There is no channel " + name));
	}

	@Transactional(readOnly = true)
	List<Document<ChannelSpec>> list(String after, int limit) {
		return this.channels.findByNameGreaterThanOrderByName(after, Limit.of(limit))
			.stream()
			.map(ChannelHandling::masked)
			.toList();
	}

	void delete(String name) {
		find(name).ifPresent((channel) -> {
			this.references.refuseIfUsed("Channel", name);
			this.channels.delete(channel);
		});
	}

	// What cannot be a name is no channel, and may be nothing that the database takes.
	private Optional<Channel> find(String name) {
		return name.matches(Names.PATTERN) ? this.channels.findById(name) : Optional.empty();
	}

	private static Document<ChannelSpec> masked(Channel channel) {
		Document<ChannelSpec> document = channel.document();
		return new Document<>(document.name(), document.version(), document.spec().masked());
	}

}
