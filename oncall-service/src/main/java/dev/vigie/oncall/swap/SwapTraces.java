package dev.vigie.oncall.swap;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.person.PersonalData;

/**
 * Where swaps name a person.
 */
@Component
class SwapTraces implements PersonalData {

	private final JdbcClient jdbc;

	private final SwapTable swaps;

	SwapTraces(JdbcClient jdbc, SwapTable swaps) {
		this.jdbc = jdbc;
		this.swaps = swaps;
	}

	@Override
	public String part() {
		return "swaps";
	}

	@Override
	public List<?> export(String person) {
		return this.swaps.naming(person).stream().map(SwapFeed.SwapView::of).toList();
	}

	// Who asked, was asked and took follow the person's row.
	@Override
	public void rename(String person, String pseudonym) {
		this.jdbc.sql("""
				update swap set reason = null where requester in (:person, :pseudonym)
					or addressee in (:person, :pseudonym) or taker in (:person, :pseudonym)
				""").param("person", person).param("pseudonym", pseudonym).update();
		this.jdbc.sql("update swap set changed_by = :pseudonym where changed_by = :person")
			.param("person", person)
			.param("pseudonym", pseudonym)
			.update();
	}

}
