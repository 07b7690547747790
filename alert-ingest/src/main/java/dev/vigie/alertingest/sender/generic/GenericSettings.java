package dev.vigie.alertingest.sender.generic;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * What is set for a sender of any JSON.
 */
record GenericSettings(@NotNull(message = "is required") @Valid Mapping mapping) {
}
