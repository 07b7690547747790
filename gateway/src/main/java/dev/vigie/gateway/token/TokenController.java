package dev.vigie.gateway.token;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.gateway.account.Identities;
import dev.vigie.gateway.account.Identity;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.NotFound;

/**
 * API tokens over HTTP: everybody their own, administrators those of all.
 */
@RestController
class TokenController {

	private static final String ADMINISTER = "accounts:write";

	private static final int DEFAULT_DAYS = 90;

	// Without what PostgreSQL refuses: control characters and halves of characters.
	private static final String TEXT = "[^\\p{Cntrl}\\p{Cs}]*";

	private static final String NOT_TEXT = "must be one line of text without control characters";

	private final ApiTokens tokens;

	private final Identities identities;

	private final Specs specs;

	TokenController(ApiTokens tokens, Identities identities, Specs specs) {
		this.tokens = tokens;
		this.identities = identities;
		this.specs = specs;
	}

	@PostMapping("/api/v1/tokens")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = Create.class)))
	ResponseEntity<NewToken> create(@RequestBody JsonNode body, Authentication caller) {
		Create request = this.specs.read(body, Create.class);
		CallerScopes own = CallerScopes.of(caller);
		Identity account = account(caller, own, request.account());
		Set<String> most = own.within(account.role().scopes());
		Set<String> scopes = (request.scopes() != null) ? Set.copyOf(request.scopes()) : most;
		scopes.stream().filter((scope) -> !most.contains(scope)).findFirst().ifPresent((scope) -> {
			throw new Invalid("scopes", "%s is not among %s".formatted(scope, most));
		});
		int days = (request.expiresInDays() != null) ? request.expiresInDays() : DEFAULT_DAYS;
		ApiTokens.Created created = this.tokens.create(account.id(), request.name(), scopes, Duration.ofDays(days));
		return ResponseEntity.created(URI.create("/api/v1/tokens/" + created.token().id())).body(NewToken.of(created));
	}

	@GetMapping("/api/v1/tokens")
	TokenPage list(@RequestParam(required = false) @Nullable String account, Authentication caller) {
		Identity of = account(caller, CallerScopes.of(caller), account);
		return new TokenPage(this.tokens.of(of.id()).stream().map(TokenView::of).toList(), null);
	}

	@DeleteMapping("/api/v1/tokens/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void revoke(@PathVariable UUID id, Authentication caller) {
		TokenRow token = this.tokens.byId(id).orElseThrow(() -> unknown(id));
		boolean own = this.identities.active(caller.getName())
			.map(Identity::id)
			.filter(token.accountId()::equals)
			.isPresent();
		if (!own && !CallerScopes.of(caller).has(ADMINISTER)) {
			throw unknown(id);
		}
		this.tokens.revoke(id);
	}

	private Identity account(Authentication caller, CallerScopes scopes, @Nullable String wanted) {
		String name = (wanted != null) ? wanted : caller.getName();
		if (!name.equals(caller.getName()) && !scopes.has(ADMINISTER)) {
			throw new AccessDeniedException("Only administrators handle tokens of others");
		}
		return this.identities.active(name).orElseThrow(() -> new NotFound("There is no active account " + name));
	}

	private static NotFound unknown(UUID id) {
		return new NotFound("There is no token " + id);
	}

	record Create(@NotBlank @Size(max = 100) @Pattern(regexp = TEXT, message = NOT_TEXT) String name,
			@Nullable List<@NotBlank @Pattern(regexp = TEXT, message = NOT_TEXT) String> scopes,
			@Nullable @Min(1) @Max(365) Integer expiresInDays,
			@Nullable @Pattern(regexp = Names.PATTERN) String account) {
	}

	record TokenPage(List<TokenView> items, @Nullable String next) {
	}

	record TokenView(UUID id, String name, List<String> scopes, Instant createdAt, Instant expiresAt,
			@Nullable Instant lastUsedAt) {

		static TokenView of(TokenRow token) {
			return new TokenView(token.id(), token.name(), token.scopes(), token.createdAt(), token.expiresAt(),
					token.lastUsedAt());
		}

	}

	/**
	 * The only answer that ever shows a token.
	 */
	record NewToken(UUID id, String name, List<String> scopes, Instant expiresAt, String token) {

		static NewToken of(ApiTokens.Created created) {
			TokenRow row = created.token();
			return new NewToken(row.id(), row.name(), row.scopes(), row.expiresAt(), created.secret());
		}

	}

}
