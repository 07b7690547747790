package dev.vigie.escalation.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

import org.apache.hc.client5.http.DnsResolver;

import dev.vigie.shared.net.PublicAddress;

/**
 * Resolves a name to the addresses a webhook may reach. The connection goes to exactly
 * the address that was checked, so a name cannot change between the look and the call.
 */
class GuardedResolver implements DnsResolver {

	private final boolean allowPrivate;

	GuardedResolver(boolean allowPrivate) {
		this.allowPrivate = allowPrivate;
	}

	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		InetAddress[] all = InetAddress.getAllByName(host);
		if (this.allowPrivate) {
			return all;
		}
		InetAddress[] reachable = Stream.of(all).filter(PublicAddress::is).toArray(InetAddress[]::new);
		if (reachable.length == 0) {
			throw new PrivateAddress(host);
		}
		return reachable;
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

	/**
	 * The host is in a network that webhooks must not reach.
	 */
	static final class PrivateAddress extends UnknownHostException {

		PrivateAddress(String host) {
			super("Webhooks must not reach the private address of " + host);
		}

	}

}
