package dev.vigie.alertingest.integration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * How much of an integration may be told.
 *
 * @param alertsPerMinute how many alerts may begin each minute, and as many at once
 */
public record Quota(@NotNull(message = "is required") @Nullable @Min(value = 1, message = "must be at least 1") @Max(
		value = 100_000, message = "must be at most 100000") Integer alertsPerMinute) {
}
