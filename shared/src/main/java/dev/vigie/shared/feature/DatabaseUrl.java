package dev.vigie.shared.feature;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Understands {@code DATABASE_URL} in both forms that platforms hand out:
 * {@code jdbc:postgresql://…} and {@code postgres://name:password@host:5432/database}.
 */
class DatabaseUrl implements EnvironmentPostProcessor, Ordered {

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		String url = environment.getProperty("DATABASE_URL");
		if (url != null && url.startsWith("postgres")) {
			environment.getPropertySources()
				.addFirst(new MapPropertySource("databaseUrl", properties(URI.create(url))));
		}
	}

	static Map<String, Object> properties(URI url) {
		Map<String, Object> properties = new HashMap<>();
		String port = (url.getPort() < 0) ? "" : ":" + url.getPort();
		String query = (url.getRawQuery() == null) ? "" : "?" + url.getRawQuery();
		properties.put("spring.datasource.url", "jdbc:postgresql://" + url.getHost() + port + url.getRawPath() + query);
		String[] login = login(url.getUserInfo());
		if (login.length > 0) {
			properties.put("spring.datasource.username", login[0]);
		}
		if (login.length > 1) {
			properties.put("spring.datasource.password", login[1]);
		}
		return properties;
	}

	private static String[] login(@Nullable String userInfo) {
		return (userInfo == null) ? new String[0] : userInfo.split(":", 2);
	}

}
