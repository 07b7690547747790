package dev.vigie.oncall.calendar.ical;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import com.github.mangstadt.vinnie.SyntaxStyle;
import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import org.jspecify.annotations.Nullable;

/**
 * Takes the text apart. A line that says nothing is passed over with a warning; a text
 * that breaks off is refused, since nobody knows what it would have said.
 */
final class ComponentReader implements VObjectDataListener {

	private static final int DEEPEST = 10;

	private final List<Component> calendars = new ArrayList<>();

	private final Deque<Component> open = new ArrayDeque<>();

	private final Warnings warnings;

	private @Nullable String fault;

	private ComponentReader(Warnings warnings) {
		this.warnings = warnings;
	}

	/**
	 * The calendars in the text; there is at least one.
	 */
	static List<Component> read(String text, Warnings warnings) throws Malformed {
		ComponentReader reader = new ComponentReader(warnings);
		String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
		try (VObjectReader lines = new VObjectReader(new StringReader(body), new SyntaxRules(SyntaxStyle.NEW))) {
			lines.parse(reader);
		}
		catch (IOException impossible) {
			throw new UncheckedIOException(impossible);
		}
		if (reader.fault != null) {
			throw new Malformed(reader.fault);
		}
		if (!reader.open.isEmpty()) {
			throw new Malformed("The text ends inside a calendar: END:VCALENDAR is missing");
		}
		if (reader.calendars.isEmpty()) {
			throw new Malformed("The text is not a calendar: there is no BEGIN:VCALENDAR");
		}
		return List.copyOf(reader.calendars);
	}

	@Override
	public void onComponentBegin(String name, Context context) {
		Component component = new Component(name);
		Component parent = this.open.peek();
		if (parent != null) {
			parent.add(component);
		}
		else if (component.is("VCALENDAR")) {
			this.calendars.add(component);
		}
		this.open.push(component);
		if (this.open.size() > DEEPEST) {
			refuse("Components are nested too deep, at line " + context.getLineNumber(), context);
		}
	}

	@Override
	public void onComponentEnd(String name, Context context) {
		// The library closes by itself what an outer END leaves open.
		if (!context.getUnfoldedLine().strip().equalsIgnoreCase("END:" + name)) {
			refuse("END:%s is missing at line %d".formatted(name, context.getLineNumber()), context);
			return;
		}
		this.open.pop();
	}

	@Override
	public void onProperty(VObjectProperty property, Context context) {
		Component component = this.open.peek();
		if (component != null) {
			component.add(property);
		}
	}

	@Override
	public void onVersion(String value, Context context) {
		// Old calendars say 1.0 and mean much the same.
	}

	@Override
	public void onWarning(Warning warning, @Nullable VObjectProperty property, @Nullable Exception failure,
			Context context) {
		if (warning == Warning.UNMATCHED_END) {
			refuse("An END at line %d ends what is not open".formatted(context.getLineNumber()), context);
		}
		else if (!this.open.isEmpty()) {
			this.warnings.add("Line %d cannot be read and is left out".formatted(context.getLineNumber()));
		}
	}

	private void refuse(String reason, Context context) {
		this.fault = reason;
		context.stop();
	}

}
