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

}
