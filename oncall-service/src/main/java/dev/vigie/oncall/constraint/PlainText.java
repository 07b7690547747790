package dev.vigie.oncall.constraint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/**
 * One line of text: nothing that a mail header or PostgreSQL would stumble over.
 */
@Target({ ElementType.FIELD, ElementType.PARAMETER })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Constraint(validatedBy = {})
@Pattern(regexp = "[^\\p{Cntrl}\\p{Cs}]*")
@ReportAsSingleViolation
public @interface PlainText {

	String message() default "must be one line of text without control characters";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
