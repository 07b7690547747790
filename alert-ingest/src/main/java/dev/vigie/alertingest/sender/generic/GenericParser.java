package dev.vigie.alertingest.sender.generic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.JsonBodies;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.SenderParser;
import dev.vigie.alertingest.sender.generic.Budget.Exhausted;
import dev.vigie.alertingest.sender.generic.Expression.Failed;
import dev.vigie.alertingest.sender.generic.ItemReader.Item;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads any JSON as the integration's mapping says.
 */
@Component
class GenericParser implements SenderParser {

	private static final int REMEMBERED = 1000;

	private static final int MOST_ITEMS = 10_000;

	// What proves the sender's identity is not for labels.
	private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization", "cookie");

	/**
	 * What may well be a secret is not kept, so that mappings cannot read it in a replay.
	 */
	private static final Pattern SECRET_PART = Pattern.compile("token|secret|signature|passw|api-?key|auth");

	private final Language language = new Language();

	private final Presets presets = new Presets();

	private final Map<Mapping, Program> programs = new ConcurrentHashMap<>();

	@Override
	public String type() {
		return "generic";
	}

	@Override
	public Set<String> aliases() {
		return Set.of("webhook");
	}

	@Override
	public Class<?> settings() {
		return GenericSettings.class;
	}

	@Override
	public void check(Object settings) {
		program(((GenericSettings) settings).mapping());
	}

	@Override
	public List<Setup> setup(IntegrationAddress address) {
		return List.of(new Setup("The address that any JSON is posted to", "text", address.url()),
				new Setup("A try, for a mapping that reads body.title and body.status", "shell", """
						curl --fail-with-body -H 'Content-Type: application/json' \\
						  -d '{"title": "A try", "status": "firing"}' \\
						  '%s'
						""".formatted(address.url())));
	}

	@Override
	public boolean readsHeader(String name) {
		return !SECRET.contains(name) && !SECRET_PART.matcher(name).find();
	}

	@Override
	public Reading read(Inbound inbound) {
		Program program = program(inbound.integration().settings(GenericSettings.class).mapping());
		Object body = BodyValues.of(JsonBodies.tree(inbound.body()));
		Map<String, Object> variables = new HashMap<>();
		variables.put("body", body);
		variables.put("item", body);
		variables.put("header", headers(inbound.headers()));
		Notes notes = new Notes();
		Texts texts = new Texts();
		Budget budget = new Budget();
		try {
			List<?> items = split(program.split(), variables, budget);
			Reading reading = read(items, variables,
					new ItemReader(program, inbound.receivedAt(), budget, texts, notes), notes);
			return notes.on(reading).cleaned(texts.cleaned());
		}
		catch (Exhausted exhausted) {
			throw new Invalid("", String.valueOf(exhausted.getMessage()));
		}
	}

	private static Reading read(List<?> items, Map<String, Object> variables, ItemReader reader, Notes notes) {
		Map<String, Group> groups = new LinkedHashMap<>();
		Map<String, List<AlertChange>> changes = new LinkedHashMap<>();
		int ignored = 0;
		for (int i = 0; i < items.size(); i++) {
			variables.put("item", items.get(i));
			Item item = read(reader, variables, i, items.size());
			if (item == null) {
				ignored++;
				continue;
			}
			groups.putIfAbsent(item.group().key(), item.group());
			changes.computeIfAbsent(item.group().key(), (_) -> new ArrayList<>()).add(item.change());
		}
		if (items.isEmpty()) {
			return Reading.nothing("There is nothing in the list that mapping.split gives");
		}
		if (ignored > 0) {
			notes.add("%d of %d ignored: mapping.when is false".formatted(ignored, items.size()));
		}
		cloudEvent(variables, notes);
		return Reading.of(groups.values()
			.stream()
			.map((group) -> new Reading.Part(group, changes.getOrDefault(group.key(), List.of())))
			.toList());
	}

	private static @Nullable Item read(ItemReader reader, Map<String, Object> variables, int index, int of) {
		try {
			return reader.read(variables);
		}
		catch (Invalid invalid) {
			if (of == 1) {
				throw invalid;
			}
			throw new Invalid(invalid.errors().getFirst().field(),
					"item %d: %s".formatted(index, invalid.errors().getFirst().reason()));
		}
	}

	private static List<?> split(@Nullable Expression split, Map<String, Object> variables, Budget budget) {
		if (split == null) {
			return List.of(variables.getOrDefault("body", Map.of()));
		}
		try {
			return switch (split.value(variables, budget)) {
				case null -> List.of();
				case List<?> list when list.size() <= MOST_ITEMS -> list;
				case List<?> _ -> throw new Invalid(split.field(), "gives more than 10000 items");
				default -> throw new Invalid(split.field(), "must give a list");
			};
		}
		catch (Failed failed) {
			throw new Invalid(split.field(), String.valueOf(failed.getMessage()));
		}
	}

	private static void cloudEvent(Map<String, Object> variables, Notes notes) {
		Map<?, ?> header = (Map<?, ?>) variables.getOrDefault("header", Map.of());
		if (header.containsKey("ce-id")) {
			notes.add("CloudEvent %s of %s".formatted(header.get("ce-id"), header.get("ce-source")));
		}
	}

	private static Map<String, String> headers(HttpHeaders headers) {
		Map<String, String> map = new HashMap<>();
		headers.forEach((name, values) -> {
			String key = name.toLowerCase(Locale.ROOT);
			if (!SECRET.contains(key)) {
				map.put(key, String.join(", ", values));
			}
		});
		return map;
	}

	private Program program(Mapping mapping) {
		Program known = this.programs.get(mapping);
		if (known != null) {
			return known;
		}
		Program program = Program.of(this.presets.complete(mapping), this.language);
		if (this.programs.size() >= REMEMBERED) {
			this.programs.clear();
		}
		this.programs.put(mapping, program);
		return program;
	}

}
