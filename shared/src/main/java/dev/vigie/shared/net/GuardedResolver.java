package dev.vigie.shared.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a name to the addresses that a call on somebody else's word may reach. The
 * connection goes to exactly the address that was checked, so a name cannot change
 * between the look and the call.
 */
public final class GuardedResolver implements DnsResolver {

	private final boolean allowPrivate;

	/**
	 * A resolver.
	 * @param allowPrivate whether private networks may be reached; what a machine has of
	 * itself without a network, where clouds keep its credentials, may not even then
	 */
	public GuardedResolver(boolean allowPrivate) {
		this.allowPrivate = allowPrivate;
	}

	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		InetAddress[] reachable = Stream.of(InetAddress.getAllByName(host))
			.filter(this::mayReach)
			.toArray(InetAddress[]::new);
		if (reachable.length == 0) {
			throw new PrivateAddress();
		}
		return reachable;
	}

	private boolean mayReach(InetAddress address) {
		return PublicAddress.is(address) || (this.allowPrivate && !address.isLinkLocalAddress());
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

	/**
	 * The host is in a network that must not be reached.
	 */
	public static final class PrivateAddress extends UnknownHostException {

		PrivateAddress() {
			super("The address leads into a private network");
		}

	}

}
