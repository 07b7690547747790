package dev.vigie.oncall.calendar.ical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a BEGIN and its END.
 */
final class Component {

	private final String name;

	private final Map<String, List<VObjectProperty>> properties = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private final List<Component> components = new ArrayList<>();

	Component(String name) {
		this.name = name;
	}

	void add(VObjectProperty property) {
		this.properties.computeIfAbsent(property.getName(), (_) -> new ArrayList<>(1)).add(property);
	}

	void add(Component component) {
		this.components.add(component);
	}

	boolean is(String name) {
		return this.name.equalsIgnoreCase(name);
	}

	Stream<Component> components(String name) {
		return this.components.stream().filter((component) -> component.is(name));
	}

	List<VObjectProperty> all(String name) {
		return this.properties.getOrDefault(name, List.of());
	}

	@Nullable VObjectProperty first(String name) {
		List<VObjectProperty> all = all(name);
		return all.isEmpty() ? null : all.getFirst();
	}

	/**
	 * The value of a property as a person wrote it, null if there is none or it is empty.
	 */
	@Nullable String text(String name) {
		VObjectProperty property = first(name);
		String text = (property != null) ? VObjectPropertyValues.unescape(property.getValue()).strip() : "";
		return text.isEmpty() ? null : text;
	}

	/**
	 * All that it says, the same text whatever order it is written in; without the
	 * properties that say nothing of the matter.
	 */
	String canonical(List<String> except) {
		StringBuilder text = new StringBuilder(this.name);
		this.properties.forEach((name, values) -> {
			if (!except.contains(name)) {
				values.stream()
					.map((value) -> name + value.getParameters().getMap() + value.getValue())
					.sorted()
					.forEach((line) -> text.append('\n').append(line));
			}
		});
		this.components.forEach((component) -> text.append('\n').append(component.canonical(except)));
		return text.toString();
	}

}
