package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.rotation.Anchor;

/**
 * What a schedule said from an instant on, up to the next version. The past is never
 * changed.
 *
 * @param number its number, growing
 * @param from when it came into force
 * @param spec what it says; null: the schedule was deleted
 * @param anchors where the orders of its layers stand, by the layer's name; a layer that
 * is missing begins with the first
 */
record Version(int number, Instant from, @Nullable ScheduleSpec spec, Map<String, Anchor> anchors) {

	Version {
		anchors = Map.copyOf(anchors);
	}

	/**
	 * Whether the same people are on call by this as by another: many an edit changes
	 * something else.
	 */
	boolean saysTheSameAs(Version other) {
		if (this.spec == null || other.spec == null) {
			return this.spec == other.spec;
		}
		return this.anchors.equals(other.anchors) && this.spec.saysTheSameAs(other.spec);
	}

	/**
	 * The same, sharing with the version before it what did not change between them.
	 */
	Version after(Version before) {
		ScheduleSpec shared = (this.spec != null && before.spec != null) ? this.spec.sharing(before.spec) : this.spec;
		return new Version(this.number, this.from, shared,
				this.anchors.equals(before.anchors) ? before.anchors : this.anchors);
	}

}
