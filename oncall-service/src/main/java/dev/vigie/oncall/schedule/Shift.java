package dev.vigie.oncall.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.span.Span;

/**
 * One person on call, from {@code start} up to and not including {@code end}: what layers
 * and all that is laid over them come to.
 *
 * @param id the same for as long as the same person takes over at the same instant in the
 * same role
 * @param person their name
 * @param role what they are on it
 * @param start when they take over
 * @param end when they hand over
 * @param layer the layer's place in the schedule, the lowest being 1; null if something
 * else than a layer says so
 * @param cause what says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Shift(UUID id, String person, Role role, Instant start, Instant end, @Nullable Integer layer,
		Cause cause) {

	static UUID id(String schedule, String person, Role role, Instant start) {
		String key = String.join("/", schedule, role.text(), person, start.toString());
		return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The same with shifts of one person that touch drawn as one, whatever turns and
	 * layers they come from. Only to be looked at: turns are counted one by one.
	 * @param shifts in order
	 */
	public static List<Shift> joined(List<Shift> shifts) {
		List<Shift> joined = new ArrayList<>();
		Map<String, Integer> last = new HashMap<>();
		for (Shift shift : shifts) {
			String line = shift.role() + " " + shift.person();
			Integer place = last.get(line);
			Shift before = (place != null) ? joined.get(place) : null;
			if (place != null && before != null && !before.end().isBefore(shift.start())) {
				Instant end = before.end().isAfter(shift.end()) ? before.end() : shift.end();
				joined.set(place, new Shift(before.id(), before.person(), before.role(), before.start(), end,
						before.layer(), before.cause()));
			}
			else {
				last.put(line, joined.size());
				joined.add(shift);
			}
		}
		return joined;
	}

	public Span span() {
		return new Span(this.start, this.end);
	}

}
