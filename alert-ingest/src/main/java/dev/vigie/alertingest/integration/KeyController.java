package dev.vigie.alertingest.integration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.integration.KeyHandling.Rotated;
import dev.vigie.shared.time.Delay;

/**
 * The keys of an integration: a new one opens at once, those before it until the overlap
 * is over.
 */
@RestController
@RequestMapping("/api/v1/integrations/{name}/keys")
class KeyController {

	private static final Duration OVERLAP = Duration.ofDays(1);

	private final KeyHandling handling;

	private final Addresses addresses;

	KeyController(KeyHandling handling, Addresses addresses) {
		this.handling = handling;
		this.addresses = addresses;
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	NewKey rotate(@PathVariable String name, @RequestBody(required = false) @Nullable Rotate request) {
		Duration overlap = (request != null && request.overlap() != null) ? request.overlap().length() : OVERLAP;
		Rotated rotated = this.handling.rotate(name, overlap);
		IntegrationKey key = rotated.key();
		return new NewKey(key.id(), key.text(), this.addresses.url(rotated.type(), key.text()), key.createdAt(),
				key.createdAt().plus(overlap));
	}

	@GetMapping
	Keyring list(@PathVariable String name) {
		return new Keyring(this.handling.all(name).stream().map(KeyView::of).toList());
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(@PathVariable String name, @PathVariable UUID id) {
		this.handling.revoke(name, id);
	}

	record Rotate(@Nullable Delay overlap) {
	}

	/**
	 * A key that was just made.
	 *
	 * @param othersExpireAt when the keys before it stop, at the latest
	 */
	record NewKey(UUID id, @Nullable String key, @Nullable String url, Instant createdAt, Instant othersExpireAt) {
	}

	record Keyring(List<KeyView> items) {
	}

	/**
	 * A key as far as it is shown.
	 *
	 * @param prefix how it begins
	 * @param current whether it is the one in the integration's address
	 */
	record KeyView(UUID id, String prefix, boolean current, Instant createdAt, @Nullable Instant expiresAt,
			@Nullable Instant lastUsedAt) {

		static KeyView of(IntegrationKey key) {
			return new KeyView(key.id(), key.prefix(), key.text() != null, key.createdAt(), key.expiresAt(),
					key.lastUsedAt());
		}

	}

}
