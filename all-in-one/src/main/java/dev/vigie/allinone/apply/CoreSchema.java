package dev.vigie.allinone.apply;

import java.util.regex.Pattern;

import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Plain words as YAML 1.2 reads them: {@code on} and {@code no} are words, {@code 10:30}
 * is a time of day and {@code 2026-01-05} stays as written.
 */
final class CoreSchema extends Resolver {

	private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");

	private static final Pattern WHOLE = Pattern.compile("[-+]?(?:0|[1-9][0-9]*)");

	private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:[0-9]+\\.[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

	private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL|");

	@Override
	protected void addImplicitResolvers() {
		addImplicitResolver(Tag.BOOL, BOOLEAN, "tTfF");
		addImplicitResolver(Tag.INT, WHOLE, "-+0123456789");
		addImplicitResolver(Tag.FLOAT, DECIMAL, "-+.0123456789");
		addImplicitResolver(Tag.NULL, NOTHING, "~nN\0");
		addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
	}

}
