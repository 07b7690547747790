package dev.vigie.shared.docs;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Names the program in its OpenAPI document and says how a caller signs in.
 */
@AutoConfiguration
class DocsAutoConfiguration {

	private static final String TOKEN = "token";

	@Bean
	@ConditionalOnMissingBean
	OpenAPI openApi(@Value("${spring.application.name}") String program) {
		return new OpenAPI().info(new Info().title("Vigie: " + program).version("v1").description("""
				Times are RFC 3339 with an offset. Lists are paged: send `next` back as `after`. Errors are problem \
				documents (RFC 9457); branch on `type`, never on the text."""))
			.components(new Components().addSecuritySchemes(TOKEN,
					new SecurityScheme().type(SecurityScheme.Type.HTTP)
						.scheme("bearer")
						.description("A personal API token, vigie_…")))
			.addSecurityItem(new SecurityRequirement().addList(TOKEN));
	}

}
