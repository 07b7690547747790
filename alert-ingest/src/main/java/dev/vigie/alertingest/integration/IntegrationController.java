package dev.vigie.alertingest.integration;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.integration.IntegrationDocuments.Applied;
import dev.vigie.alertingest.integration.IntegrationDocuments.Stored;
import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Change.Reference;
import dev.vigie.shared.document.Etags;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.Conflict;

/**
 * Integrations over HTTP. Only who may write them sees their address, which holds the
 * key.
 */
@RestController
@RequestMapping("/api/v1/integrations")
class IntegrationController {

	private static final int LONGEST = 200;

	private final IntegrationDocuments documents;

	private final IntegrationTypes types;

	private final Addresses addresses;

	IntegrationController(IntegrationDocuments documents, IntegrationTypes types, Addresses addresses) {
		this.documents = documents;
		this.types = types;
		this.addresses = addresses;
	}

	@PutMapping("/{name}")
	ResponseEntity<IntegrationChange> put(@PathVariable String name,
			@RequestParam(defaultValue = "false") boolean dryRun,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
			@RequestBody JsonNode body) {
		Names.check("name", name);
		Applied applied = dryRun ? this.documents.preview(name, body, ifMatch)
				: this.documents.apply(name, body, ifMatch);
		Change<IntegrationSpec> change = applied.change();
		boolean created = change.action() == Change.Action.CREATED && !dryRun;
		ResponseEntity.BodyBuilder answer = created ? ResponseEntity.created(URI.create("/api/v1/integrations/" + name))
				: ResponseEntity.ok();
		return answer.eTag(Etags.of(change.version()))
			.body(new IntegrationChange(change.action(), change.version(), masked(change.before()),
					change.after().masked(), change.references(),
					this.addresses.url(change.after().type(), applied.key())));
	}

	@GetMapping("/{name}")
	ResponseEntity<IntegrationView> get(@PathVariable String name, Authentication caller) {
		IntegrationView view = view(this.documents.get(name), caller);
		return ResponseEntity.ok().eTag(Etags.of(view.version())).body(view);
	}

	@GetMapping
	Listing<IntegrationView> list(@RequestParam(defaultValue = "") String after,
			@RequestParam(defaultValue = "50") int limit, Authentication caller) {
		Listing.checkLimit(limit, LONGEST);
		Names.checkPlace(after);
		return Listing.of(this.documents.list(after, limit + 1), limit, (stored) -> stored.document().name())
			.map((stored) -> view(stored, caller));
	}

	@DeleteMapping("/{name}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable String name,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		this.documents.remove(name, ifMatch);
	}

	/**
	 * How to point the sender here; it holds the key, so only who may write integrations
	 * may ask.
	 */
	@GetMapping("/{name}/setup")
	List<Setup> setup(@PathVariable String name) {
		Stored stored = this.documents.get(name);
		IntegrationSpec spec = stored.document().spec();
		String key = stored.key();
		if (key == null) {
			throw new Conflict("no-key", "The key of integration %s is gone; make a new one".formatted(name));
		}
		return this.types.type(spec.type()).setup(this.addresses.address(name, spec.type(), key));
	}

	private IntegrationView view(Stored stored, Authentication caller) {
		boolean trusted = caller.getAuthorities()
			.stream()
			.anyMatch((authority) -> "SCOPE_config:write".equals(authority.getAuthority()));
		IntegrationSpec spec = stored.document().spec();
		return new IntegrationView(stored.document().name(), stored.document().version(), spec.masked(),
				trusted ? this.addresses.url(spec.type(), stored.key()) : null);
	}

	private static @Nullable IntegrationSpec masked(@Nullable IntegrationSpec spec) {
		return (spec != null) ? spec.masked() : null;
	}

	record IntegrationChange(Change.Action action, int version, @Nullable IntegrationSpec before, IntegrationSpec after,
			List<Reference> references, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url) {
	}

	record IntegrationView(String name, int version, IntegrationSpec spec,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url) {
	}

}
