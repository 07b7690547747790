package dev.vigie.escalation.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The incidents that one was merged into, split from or declared by, and those that were
 * merged into it, split from it or declared by it, by number.
 */
record Family(@Nullable Long mergedInto, List<Long> merged, @Nullable Long splitFrom, List<Long> splits,
		@Nullable Long declaredFrom, List<Long> declared) {

	static final Family NONE = of(Map.of());

	private static Family of(Map<String, List<Long>> links) {
		return new Family(one(links, "INTO"), links.getOrDefault("MERGED", List.of()), one(links, "FROM"),
				links.getOrDefault("SPLIT", List.of()), one(links, "DECLARED_FROM"),
				links.getOrDefault("DECLARED", List.of()));
	}

	private static @Nullable Long one(Map<String, List<Long>> links, String link) {
		return links.getOrDefault(link, List.of()).stream().findFirst().orElse(null);
	}

	Stream<Long> numbers() {
		return Stream
			.of(Stream.ofNullable(this.mergedInto), this.merged.stream(), Stream.ofNullable(this.splitFrom),
					this.splits.stream(), Stream.ofNullable(this.declaredFrom), this.declared.stream())
			.flatMap((numbers) -> numbers);
	}

	/**
	 * What is left for whom some of them are hidden.
	 */
	Family without(Set<Long> hidden) {
		return new Family(seen(this.mergedInto, hidden), seen(this.merged, hidden), seen(this.splitFrom, hidden),
				seen(this.splits, hidden), seen(this.declaredFrom, hidden), seen(this.declared, hidden));
	}

	private static @Nullable Long seen(@Nullable Long number, Set<Long> hidden) {
		return (number != null && hidden.contains(number)) ? null : number;
	}

	private static List<Long> seen(List<Long> numbers, Set<Long> hidden) {
		return numbers.stream().filter((number) -> !hidden.contains(number)).toList();
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
					union all
					select i.id, 'DECLARED_FROM', o.number from incident i join incident o on o.id = i.declared_from
						where i.id = any(:ids)
					union all
					select declared_from, 'DECLARED', number from incident where declared_from = any(:ids)
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
