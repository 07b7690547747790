package dev.vigie.shared.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Gives every program the same errors.
 */
@AutoConfiguration
@Import(ProblemAdvice.class)
class ProblemAutoConfiguration {

}
