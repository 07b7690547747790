package dev.vigie.gateway.account;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.shared.document.Names;
import dev.vigie.shared.document.Specs;

/**
 * Accounts over HTTP.
 */
@RestController
class AccountController {

	private static final int LARGEST_PAGE = 500;

	private final AccountHandling handling;

	private final Specs specs;

	AccountController(AccountHandling handling, Specs specs) {
		this.handling = handling;
		this.specs = specs;
	}

	@GetMapping("/api/v1/accounts")
	AccountPage list(@RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "100") int limit) {
		int size = Math.clamp(limit, 1, LARGEST_PAGE);
		List<AccountView> found = this.handling.after(after, size).stream().map(AccountView::of).toList();
		return new AccountPage(found, (found.size() == size) ? found.getLast().name() : null);
	}

	@PostMapping("/api/v1/accounts")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = Create.class)))
	ResponseEntity<NewAccount> create(@RequestBody JsonNode body) {
		Create request = this.specs.read(body, Create.class);
		AccountHandling.Issued issued = this.handling.create(request.name(), request.person(), request.role());
		return ResponseEntity.created(URI.create("/api/v1/accounts/" + issued.account().name()))
			.body(NewAccount.of(issued));
	}

	@GetMapping("/api/v1/accounts/{name}")
	AccountView get(@PathVariable String name) {
		return AccountView.of(this.handling.get(name));
	}

	@PutMapping("/api/v1/accounts/{name}")
	@io.swagger.v3.oas.annotations.parameters.RequestBody(
			content = @Content(schema = @Schema(implementation = Assign.class)))
	AccountView assign(@PathVariable String name, @RequestBody JsonNode body) {
		Assign request = this.specs.read(body, Assign.class);
		boolean active = request.active() == null || request.active();
		return AccountView.of(this.handling.assign(name, request.person(), request.role(), active));
	}

	@PostMapping("/api/v1/accounts/{name}/reset-password")
	NewAccount resetPassword(@PathVariable String name) {
		return NewAccount.of(this.handling.resetPassword(name));
	}

	record Create(@NotNull @Pattern(regexp = Names.PATTERN) String name,
			@Nullable @Pattern(regexp = Names.PATTERN) String person, @NotNull Role role) {
	}

	record Assign(@Nullable @Pattern(regexp = Names.PATTERN) String person, @NotNull Role role,
			@Nullable Boolean active) {
	}

	record AccountPage(List<AccountView> items, @Nullable String next) {
	}

	record AccountView(String name, @Nullable String person, Role role, boolean active, boolean mustChangePassword,
			Instant createdAt) {

		static AccountView of(Account account) {
			return new AccountView(account.name(), account.person(), account.role(), account.active(),
					account.mustChangePassword(), account.createdAt());
		}

	}

	/**
	 * The only answer that ever shows a password: one to be changed at the first sign-in.
	 */
	record NewAccount(String name, @Nullable String person, Role role, String oneTimePassword) {

		static NewAccount of(AccountHandling.Issued issued) {
			Account account = issued.account();
			return new NewAccount(account.name(), account.person(), account.role(), issued.oneTimePassword());
		}

	}

}
