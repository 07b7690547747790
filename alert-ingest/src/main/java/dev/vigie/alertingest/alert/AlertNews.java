package dev.vigie.alertingest.alert;

import org.jspecify.annotations.Nullable;

/**
 * What a change means to whoever reads the feed.
 */
enum AlertNews {

	FIRED("fired"), UPDATED("updated"), RESOLVED("resolved"), ACKNOWLEDGED("acknowledged"),
	UNACKNOWLEDGED("unacknowledged"), SNOOZED("snoozed"), NOTED("noted"), NONE(null);

	private final @Nullable String type;

	AlertNews(@Nullable String word) {
		this.type = (word != null) ? "dev.vigie.alert." + word : null;
	}

	/**
	 * The type of the feed's event, null if there is nothing to tell.
	 */
	@Nullable String type() {
		return this.type;
	}

}
