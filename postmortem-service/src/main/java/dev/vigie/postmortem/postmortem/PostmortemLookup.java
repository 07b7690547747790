package dev.vigie.postmortem.postmortem;

import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * Tells other features which incident a post-mortem is about.
 */
@Component
public class PostmortemLookup {

	private final Postmortems postmortems;

	PostmortemLookup(Postmortems postmortems) {
		this.postmortems = postmortems;
	}

	/**
	 * The number of the incident; throws {@code NotFound}.
	 */
	public long incidentOf(UUID postmortem) {
		return this.postmortems.get(postmortem).incidentNumber();
	}

}
