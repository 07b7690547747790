package dev.vigie.postmortem.postmortem;

import java.time.InstantSource;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.document.Etags;

/**
 * What people do with post-mortems.
 */
@Component
@Transactional
class PostmortemWriting {

	private static final Logger log = LoggerFactory.getLogger(PostmortemWriting.class);

	private final Postmortems postmortems;

	private final InstantSource clock;

	PostmortemWriting(Postmortems postmortems, InstantSource clock) {
		this.postmortems = postmortems;
		this.clock = clock;
	}

	Postmortem write(UUID id, Postmortem.Text text, @Nullable String ifMatch) {
		Postmortem postmortem = this.postmortems.get(id);
		Etags.check(ifMatch, postmortem.version());
		postmortem.write(text);
		return this.postmortems.saveAndFlush(postmortem);
	}

	Postmortem publish(UUID id, @Nullable String ifMatch, String person) {
		Postmortem postmortem = this.postmortems.get(id);
		Etags.check(ifMatch, postmortem.version());
		postmortem.publish(person, this.clock.instant());
		log.info("{} published the post-mortem of incident {}", person, postmortem.incidentNumber());
		return this.postmortems.saveAndFlush(postmortem);
	}

}
