package dev.vigie.gateway.signing;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The signing keys, kept in the database so that tokens outlive a restart and replicas
 * agree. The newest key signs; all of them verify.
 */
@Component
class SigningKeys implements JWKSource<SecurityContext> {

	private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

	private static final int BITS = 2048;

	private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

	// Tokens live by the wall clock of the machines, whatever clock the program runs by.
	private final InstantSource wallClock = InstantSource.system();

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private volatile @Nullable Loaded loaded;

	SigningKeys(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
		Loaded current = keys();
		List<JWK> selected = selector.select(current.keys());
		Instant now = this.wallClock.instant();
		if (selected.isEmpty() && now.isAfter(current.at().plus(LOOK_AGAIN))) {
			current = load(); // another replica may have made a newer key
			selected = selector.select(current.keys());
		}
		return selected;
	}

	/**
	 * The key that signs new tokens.
	 */
	JWK newest(List<JWK> candidates) {
		List<JWK> known = keys().keys().getKeys();
		return candidates.stream()
			.min((one, other) -> Integer.compare(known.indexOf(one), known.indexOf(other)))
			.orElseThrow();
	}

	private Loaded keys() {
		Loaded current = this.loaded;
		return (current != null) ? current : load();
	}

	private synchronized Loaded load() {
		List<JWK> stored = stored();
		if (stored.isEmpty()) {
			stored = this.transaction.execute((_) -> createFirst());
		}
		Loaded fresh = new Loaded(new JWKSet(stored), this.wallClock.instant());
		this.loaded = fresh;
		return fresh;
	}

	private List<JWK> createFirst() {
		this.jdbc.sql("lock table signing_key in exclusive mode").update(); // one replica
																			// makes it
		List<JWK> others = stored();
		if (!others.isEmpty()) {
			return others;
		}
		JWK key = generate();
		this.jdbc.sql("insert into signing_key (id, jwk, created_at) values (:id, :jwk, :at)")
			.param("id", key.getKeyID())
			.param("jwk", key.toJSONString())
			.param("at", this.wallClock.instant().atOffset(ZoneOffset.UTC))
			.update();
		log.info("Created signing key {}", key.getKeyID());
		return List.of(key);
	}

	private List<JWK> stored() {
		return this.jdbc.sql("select jwk from signing_key order by created_at desc, id")
			.query((row, _) -> parse(row.getString("jwk")))
			.list();
	}

	private static JWK parse(String json) {
		try {
			return JWK.parse(json);
		}
		catch (ParseException broken) {
			throw new IllegalStateException("A stored signing key cannot be read", broken);
		}
	}

	private static JWK generate() {
		try {
			return new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE)
				.algorithm(JWSAlgorithm.RS256)
				.keyID(UUID.randomUUID().toString())
				.generate();
		}
		catch (JOSEException failure) {
			throw new IllegalStateException("No signing key can be made", failure);
		}
	}

	private record Loaded(JWKSet keys, Instant at) {
	}

}
