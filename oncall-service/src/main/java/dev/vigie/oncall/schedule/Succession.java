package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.rotation.Anchor;
import dev.vigie.oncall.rotation.Order;

/**
 * Decides how the orders of people go on when a schedule is edited: whoever has a turn
 * keeps it up to the hand-off that is nearest to the one they expected.
 */
final class Succession {

	private Succession() {
	}

	/**
	 * The version that follows another.
	 * @param before the last version, null if there is none
	 */
	static Version next(@Nullable Version before, @Nullable ScheduleSpec spec, Instant now) {
		if (before == null) {
			return new Version(1, Instant.EPOCH, spec, Map.of());
		}
		// Versions must follow each other also when clocks disagree.
		Instant from = now.isBefore(before.from()) ? before.from() : now;
		return new Version(before.number() + 1, from, spec,
				(spec != null) ? anchors(before, spec, from) : before.anchors());
	}

	private static Map<String, Anchor> anchors(Version before, ScheduleSpec spec, Instant at) {
		Map<String, Anchor> anchors = new HashMap<>();
		ScheduleSpec old = before.spec();
		for (int i = 0; old != null && i < spec.layers().size(); i++) {
			String name = spec.layerName(i);
			Layer layer = spec.layers().get(i);
			Layer former = old.layer(name);
			if (layer.rotation() != null && former != null && former.rotation() != null) {
				Order order = new Order(former.rotation(), old.clock(),
						before.anchors().getOrDefault(name, Anchor.FIRST));
				anchors.put(name, order.goOn(layer.rotation(), spec.clock(), at));
			}
		}
		return anchors;
	}

}
