package dev.vigie.alertingest.sender;

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
 * read as a token of ours they would be refused.
 */
@Component
class SenderAccess implements AccessRules, BearerTokenResolver {

	private static final String PATH = "/integrations/";

	private final BearerTokenResolver tokens = new DefaultBearerTokenResolver();

	@Override
	public void declare(Access access) {
		access.open(HttpMethod.POST, PATH + "v1/*/*")
			.open(HttpMethod.POST, PATH + "v1/*/*/")
			.open(HttpMethod.PUT, PATH + "v1/*/*")
			.open(HttpMethod.PUT, PATH + "v1/*/*/");
	}

	@Override
	public @Nullable String resolve(HttpServletRequest request) {
		return request.getRequestURI().startsWith(PATH) ? null : this.tokens.resolve(request);
	}

}
