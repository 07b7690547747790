package dev.vigie.escalation.condition;

import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import org.jspecify.annotations.Nullable;

/**
 * What a condition may ask about; {@code docs/severity.md} lists the same for people.
 */
public enum Variable {

	/**
	 * {@code map(string, string)}: the labels common to the firing alerts, and those of
	 * the group.
	 */
	LABELS("labels", texts(), Facts::labels),

	/**
	 * {@code map(string, string)}: the annotations common to the firing alerts.
	 */
	ANNOTATIONS("annotations", texts(), Facts::annotations),

	/**
	 * {@code int}: how many alerts fire, those included that the sender held back.
	 */
	FIRING("firing", SimpleType.INT, (facts) -> (long) facts.firing()),

	/**
	 * {@code string}: the name of the integration.
	 */
	INTEGRATION("integration", SimpleType.STRING, Facts::integration),

	/**
	 * {@code string}: the name of the team, empty if there is none.
	 */
	TEAM("team", SimpleType.STRING, Facts::team),

	/**
	 * {@code map(string, double)}: the greatest number of a name among the firing alerts.
	 */
	VALUES("values", MapType.create(SimpleType.STRING, SimpleType.DOUBLE), (facts) -> facts.numbers().greatest()),

	/**
	 * {@code map(string, double)}: the least number of a name among the firing alerts.
	 */
	LEAST("least", MapType.create(SimpleType.STRING, SimpleType.DOUBLE), (facts) -> facts.numbers().least()),

	/**
	 * {@code map(string, int)}: how many values a label has among the firing alerts.
	 */
	DISTINCT("distinct", MapType.create(SimpleType.STRING, SimpleType.INT), (facts) -> facts.numbers().distinct()),

	/**
	 * {@code map(string, list(string))}: the values a label has among the firing alerts,
	 * {@value Numbers#LISTED} at most.
	 */
	EACH("each", MapType.create(SimpleType.STRING, ListType.create(SimpleType.STRING)),
			(facts) -> facts.numbers().each()),

	/**
	 * {@code int}: 0 to 23, by the clock of the zone.
	 */
	HOUR("hour", SimpleType.INT, (facts) -> local(facts, (time) -> (long) time.getHour())),

	/**
	 * {@code int}: 0 to 59, by the clock of the zone.
	 */
	MINUTE("minute", SimpleType.INT, (facts) -> local(facts, (time) -> (long) time.getMinute())),

	/**
	 * {@code int}: 1, Monday, to 7, Sunday, in the zone.
	 */
	WEEKDAY("weekday", SimpleType.INT, (facts) -> local(facts, (time) -> (long) time.getDayOfWeek().getValue())),

	/**
	 * {@code string}: the day in the zone, as {@code 2026-12-25}.
	 */
	DATE("date", SimpleType.STRING, (facts) -> local(facts, (time) -> time.toLocalDate().toString())),

	/**
	 * {@code timestamp}: the instant.
	 */
	NOW("now", SimpleType.TIMESTAMP, (facts) -> local(facts, ZonedDateTime::toInstant)),

	/**
	 * {@code string}: the present severity, as {@code P1}.
	 */
	SEVERITY("severity", SimpleType.STRING, (facts) -> facts.standing().severity()),

	/**
	 * {@code bool}: whether the business is affected.
	 */
	IMPACT("impact", SimpleType.BOOL, (facts) -> facts.standing().impact());

	/**
	 * Those that depend on a time zone.
	 */
	public static final Set<Variable> LOCAL = EnumSet.of(HOUR, MINUTE, WEEKDAY, DATE);

	/**
	 * Those that are asked by a name, which must be written out: they are counted only
	 * for the names somebody asks for.
	 */
	static final Set<Variable> COUNTED = EnumSet.of(VALUES, LEAST, DISTINCT, EACH);

	private static final Map<String, Variable> BY_NAME = Arrays.stream(values())
		.collect(Collectors.toMap((variable) -> variable.text, Function.identity()));

	private final String text;

	private final CelType type;

	private final Function<Facts, @Nullable Object> value;

	Variable(String text, CelType type, Function<Facts, @Nullable Object> value) {
		this.text = text;
		this.type = type;
		this.value = value;
	}

	static Optional<Variable> of(String name) {
		return Optional.ofNullable(BY_NAME.get(name));
	}

	CelType type() {
		return this.type;
	}

	Optional<Object> of(Facts facts) {
		return Optional.ofNullable(this.value.apply(facts));
	}

	@Override
	public String toString() {
		return this.text;
	}

	private static MapType texts() {
		return MapType.create(SimpleType.STRING, SimpleType.STRING);
	}

	private static @Nullable Object local(Facts facts, Function<ZonedDateTime, Object> part) {
		return (facts.time() != null) ? part.apply(facts.time()) : null;
	}

}
