package dev.vigie.escalation.channel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

import org.apache.hc.client5.http.DnsResolver;

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
		InetAddress[] reachable = Stream.of(all).filter(GuardedResolver::isPublic).toArray(InetAddress[]::new);
		if (reachable.length == 0) {
			throw new PrivateAddress(host);
		}
		return reachable;
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

	static boolean isPublic(InetAddress address) {
		if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress()
				|| address.isSiteLocalAddress() || address.isMulticastAddress()) {
			return false;
		}
		byte[] bytes = address.getAddress();
		return (bytes.length == 4) ? isPublicV4(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff) : isPublicV6(bytes);
	}

	private static boolean isPublicV4(int first, int second, int third) {
		return switch (first) {
			case 0 -> false;
			case 100 -> second < 64 || second > 127; // carrier-grade NAT
			case 192 -> !(second == 0 && (third == 0 || third == 2));
			case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
			case 203 -> !(second == 0 && third == 113);
			default -> first < 240; // above: reserved and broadcast
		};
	}

	// Only global unicast, and of it nothing that wraps an IPv4 address or is for
	// documents.
	private static boolean isPublicV6(byte[] bytes) {
		int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
		int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
		return (first & 0xe000) == 0x2000 && first != 0x2002 && !(first == 0x2001 && (second == 0 || second == 0xdb8));
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
