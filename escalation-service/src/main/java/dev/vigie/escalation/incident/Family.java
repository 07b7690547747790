package dev.vigie.escalation.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The incidents that one was merged into or split from, and those that were merged into
 * it or split from it, by number.
 */
record Family(@Nullable Long mergedInto, List<Long> merged, @Nullable Long splitFrom, List<Long> splits) {

	static final Family NONE = new Family(null, List.of(), null, List.of());

	private static Family of(Map<String, List<Long>> links) {
		return new Family(links.getOrDefault("INTO", List.of()).stream().findFirst().orElse(null),
				links.getOrDefault("MERGED", List.of()),
				links.getOrDefault("FROM", List.of()).stream().findFirst().orElse(null),
				links.getOrDefault("SPLIT", List.of()));
	}

	/**
	 * Reads them.
	 */
	@Component
	static class Table {

		private final JdbcClient jdbc;

		Table(JdbcClient jdbc) {
			this.jdbc = jdbc;
		}

		Map<UUID, Family> of(List<UUID> ids) {
			Map<UUID, Map<String, List<Long>>> links = new HashMap<>();
			this.jdbc.sql("""
					select i.id, 'INTO' as link, o.number from incident i join incident o on o.id = i.merged_into
						where i.id = any(:ids)
					union all
					select merged_into, 'MERGED', number from incident where merged_into = any(:ids)
					union all
					select i.id, 'FROM', o.number from incident i join incident o on o.id = i.split_from
						where i.id = any(:ids)
					union all
					select split_from, 'SPLIT', number from incident where split_from = any(:ids)
					order by 3
					""").param("ids", ids.toArray(UUID[]::new)).query((row) -> {
				links.computeIfAbsent(row.getObject("id", UUID.class), (_) -> new HashMap<>())
					.computeIfAbsent(row.getString("link"), (_) -> new ArrayList<>())
					.add(row.getLong("number"));
			});
			Map<UUID, Family> families = new HashMap<>();
			links.forEach((id, of) -> families.put(id, Family.of(of)));
			return families;
		}

	}

}
