package dev.vigie.oncall.erasure;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.shared.feed.Feed;

/**
 * Tells other programs who is whose pseudonym now, so that they write it too. It is the
 * one place where both stand together; once readers had their time the name is taken out.
 */
@Component
class Tidings {

	/**
	 * How long a reader may be away and still learn of it.
	 */
	static final Duration TOLD = Duration.ofDays(7);

	static final String TYPE = "dev.vigie.person.erased";

	private static final Logger log = LoggerFactory.getLogger(Tidings.class);

	private final Feed feed;

	private final JdbcClient jdbc;

	private final InstantSource clock;

	Tidings(Feed feed, JdbcClient jdbc, InstantSource clock) {
		this.feed = feed;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void tell(String person, String pseudonym) {
		this.feed.append(TYPE, PersonDirectory.KIND + "/" + pseudonym, new Told(person, pseudonym));
	}

	/**
	 * Takes the names out that were told long enough.
	 */
	void forget() {
		int forgotten = this.jdbc.sql("""
				update feed_event set data = data - 'person'
				where type = :type and time <= :before and jsonb_exists(data, 'person')
				""")
			.param("type", TYPE)
			.param("before", this.clock.instant().minus(TOLD).atOffset(ZoneOffset.UTC))
			.update();
		if (forgotten > 0) {
			log.info("The feed names {} people no more who were erased", forgotten);
		}
	}

	/**
	 * The data of the event.
	 */
	record Told(String person, String pseudonym) {
	}

}
