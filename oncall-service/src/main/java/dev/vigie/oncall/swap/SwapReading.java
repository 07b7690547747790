package dev.vigie.oncall.swap;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.amendment.Amending;
import dev.vigie.oncall.swap.SwapTable.Filter;

/**
 * Looks swaps up. Who asks for those of nobody has mistyped a name.
 */
@Component
@Transactional(readOnly = true)
class SwapReading {

	private final SwapTable swaps;

	private final Amending amending;

	SwapReading(SwapTable swaps, Amending amending) {
		this.swaps = swaps;
		this.amending = amending;
	}

	/**
	 * Those after a number, in order.
	 */
	List<Swap> after(long number, Filter filter, int limit) {
		if (filter.schedule() != null) {
			this.amending.checkSchedule("schedule", filter.schedule());
		}
		if (filter.person() != null) {
			this.amending.checkKnown("person", filter.person());
		}
		return this.swaps.after(number, filter, limit);
	}

}
