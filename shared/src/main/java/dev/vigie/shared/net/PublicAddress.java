package dev.vigie.shared.net;

import java.net.InetAddress;

/**
 * Tells the addresses of the open Internet from those of the network a program stands in.
 */
public final class PublicAddress {

	private PublicAddress() {
	}

	/**
	 * Whether the address is one of the open Internet.
	 */
	public static boolean is(InetAddress address) {
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

}
