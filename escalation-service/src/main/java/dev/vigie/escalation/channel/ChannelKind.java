package dev.vigie.escalation.channel;

import java.util.List;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.document.Kind;

/**
 * Channels as other documents point to them.
 */
@Component
class ChannelKind implements Kind {

	private final Channels channels;

	ChannelKind(Channels channels) {
		this.channels = channels;
	}

	@Override
	public String kind() {
		return "Channel";
	}

	@Override
	public boolean exists(String name) {
		return this.channels.findById(name).isPresent();
	}

	@Override
	public List<String> pointingTo(String kind, String name) {
		return List.of();
	}

}
