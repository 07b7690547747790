package dev.vigie.shared.signal;

import java.util.List;

/**
 * The channels a program may send on.
 */
public final class Channels {

	/**
	 * Something was appended to the program's feed.
	 */
	public static final String FEED = "feed";

	/**
	 * Something became due earlier than a waiter could know.
	 */
	public static final String DUE = "due";

	/**
	 * Something is ready to be sent out.
	 */
	public static final String OUTBOUND = "outbound";

	/**
	 * What is kept in memory of the configuration is to be read again.
	 */
	public static final String CONFIGURATION = "configuration";

	static final List<String> ALL = List.of(FEED, DUE, OUTBOUND, CONFIGURATION);

	private Channels() {
	}

}
