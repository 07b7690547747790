package dev.vigie.alertingest.alert;

import org.jspecify.annotations.Nullable;

/**
 * What a change means to whoever reads the feed.
 */
enum AlertNews {

	FIRED("dev.vigie.alert.fired"), UPDATED("dev.vigie.alert.updated"), RESOLVED("dev.vigie.alert.resolved"),
	NONE(null);

	private final @Nullable String type;

	AlertNews(@Nullable String type) {
		this.type = type;
	}

	/**
	 * The type of the feed's event, null if there is nothing to tell.
	 */
	@Nullable String type() {
		return this.type;
	}

}
