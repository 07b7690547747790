package dev.vigie.alertingest;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Integrations for programs that are started by hand, where nobody has a token.
 */
public final class IntegrationRows {

	private IntegrationRows() {
	}

	/**
	 * Inserts an integration that the key {@code secret} opens.
	 */
	public static void insert(JdbcClient jdbc, String name, String type) {
		jdbc.sql("""
				with added as (insert into integration (id, name, type, version, spec)
					values (gen_random_uuid(), :name, :type, 0, jsonb_build_object('type', :type)) returning id)
				insert into integration_key (id, integration_id, key_hash, prefix, created_at)
				select gen_random_uuid(), id, sha256('secret'), 'secret', now() from added
				""").param("name", name).param("type", type).update();
	}

}
