package dev.vigie.oncall.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;

import dev.vigie.oncall.rotation.Length;

/**
 * What is asked of who comes on call.
 *
 * @param takeOverWithin how long they have to say that they have taken over
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HandOver(@NotNull Length takeOverWithin) {
}
