package dev.vigie.alertingest.delivery;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Access;
import dev.vigie.shared.access.AccessRules;

/**
 * Opens the senders' paths. Whatever credentials a sender adds of its own are not for us:
 * read as a token of ours they would be refused, so tokens count only where people and
 * programs come.
 */
@Component
class SenderAccess implements AccessRules, BearerTokenResolver {

	private static final List<String> OURS = List.of("/api/v1/", "/feed", "/actuator", "/v3/");

	private final BearerTokenResolver tokens = new DefaultBearerTokenResolver();

	@Override
	public void declare(Access access) {
		access.open(HttpMethod.POST, "/integrations/v1/**").open(HttpMethod.PUT, "/integrations/v1/**");
	}

	@Override
	public @Nullable String resolve(HttpServletRequest request) {
		String path = request.getRequestURI();
		return OURS.stream().anyMatch(path::startsWith) ? this.tokens.resolve(request) : null;
	}

}
