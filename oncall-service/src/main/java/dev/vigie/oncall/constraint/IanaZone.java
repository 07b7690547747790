package dev.vigie.oncall.constraint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.Set;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * The text is the name of a time zone in the IANA database. A mere offset is none: it
 * knows nothing of summer.
 */
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Constraint(validatedBy = IanaZone.Check.class)
public @interface IanaZone {

	String message() default "must be the name of an IANA time zone such as Europe/Paris";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/**
	 * Looks the name up.
	 */
	class Check implements ConstraintValidator<IanaZone, String> {

		private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

		@Override
		public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
			return name == null || KNOWN.contains(name);
		}

	}

}
