package dev.vigie.alertingest.sender.sns;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.shared.problem.Denied;
import dev.vigie.shared.problem.Unavailable;

/**
 * The certificates that SNS signs with. Each is fetched once: a renewed one has a new
 * address.
 */
@Component
class Certificates {

	private static final int MOST = 100;

	private static final Duration SOON = Duration.ofSeconds(20);

	private final Fetcher fetcher;

	private final Map<URI, X509Certificate> known = new ConcurrentHashMap<>();

	// One fetch at a time: the first messages of a storm need the same certificate.
	private final ReentrantLock fetching = new ReentrantLock();

	Certificates(Fetcher fetcher) {
		this.fetcher = fetcher;
	}

	/**
	 * The certificate at an address that was found to be SNS's.
	 * @throws Denied if there is none
	 * @throws Unavailable if it cannot be had now
	 */
	X509Certificate at(URI address) {
		X509Certificate present = this.known.get(address);
		return (present != null) ? present : fetchOnce(address);
	}

	private X509Certificate fetchOnce(URI address) {
		if (!enter()) {
			throw away("other certificates are being fetched");
		}
		try {
			X509Certificate present = this.known.get(address);
			if (present != null) {
				return present;
			}
			X509Certificate fetched = switch (this.fetcher.fetch(address)) {
				case Fetcher.Answer.Fetched(byte[] body) -> certificate(body);
				case Fetcher.Answer.Refused(int status) ->
					throw Denied.forbidden("SNS has no certificate at SigningCertURL: it answered " + status);
				case Fetcher.Answer.Unreachable(String reason) -> throw away(reason);
			};
			if (this.known.size() >= MOST) {
				this.known.clear();
			}
			this.known.put(address, fetched);
			return fetched;
		}
		finally {
			this.fetching.unlock();
		}
	}

	private boolean enter() {
		try {
			return this.fetching.tryLock(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static X509Certificate certificate(byte[] pem) {
		try {
			@Nullable Object certificate = CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(pem));
			if (certificate instanceof X509Certificate x509) {
				return x509;
			}
		}
		catch (CertificateException _) {
			// Said below.
		}
		throw Denied.forbidden("There is no certificate at SigningCertURL");
	}

	private static Unavailable away(String reason) {
		return new Unavailable("The certificate at SigningCertURL cannot be fetched: " + reason, SOON);
	}

}
