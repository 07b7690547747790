package dev.vigie.gateway.console.directory;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * What the console asks oncall-service.
 */
@HttpExchange("/api/v1")
interface DirectoryClient {

	@GetExchange("/people")
	Listed people(@RequestParam int limit);

	@GetExchange("/teams")
	Listed teams(@RequestParam int limit);

	record Listed(@Nullable List<Entry> items) {

		List<Entry> known() {
			return (this.items != null) ? this.items : List.of();
		}

	}

	record Entry(String name, @Nullable Spec spec, @Nullable String status) {

	}

	record Spec(@Nullable String displayName) {

	}

}
