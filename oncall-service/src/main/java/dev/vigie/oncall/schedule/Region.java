package dev.vigie.oncall.schedule;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A country, or a part of it, with public holidays of its own.
 *
 * @param country its ISO 3166-1 code, such as {@code FR}
 * @param region the rest of its ISO 3166-2 code, such as {@code 67}, one level an element
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Region(
		@NotNull @Pattern(regexp = "[A-Z]{2}", message = "must be the code of a country such as FR") String country,
		@Nullable @Size(min = 1, max = 3) List<@NotNull @Pattern(regexp = "[A-Za-z0-9]{1,8}",
				message = "must be the code of a region such as 67") String> region) {
}
