package dev.vigie.allinone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Free TCP ports. They are taken from below the range out of which systems give outgoing
 * connections theirs, so that none is lost between looking and listening.
 */
public final class Ports {

	private static final int LOWEST = 20000;

	private static final int HIGHEST = 32000;

	private static final int ATTEMPTS = 1000;

	private static final Random random = new Random();

	private Ports() {
	}

	/**
	 * A free port of the loopback interface.
	 */
	public static int free() {
		return free(1).iterator().next();
	}

	/**
	 * So many free ports of the loopback interface, all different.
	 */
	public static Set<Integer> free(int count) {
		Set<Integer> ports = new LinkedHashSet<>();
		for (int i = 0; i < ATTEMPTS && ports.size() < count; i++) {
			int port = random.nextInt(LOWEST, HIGHEST);
			if (isFree(InetAddress.getLoopbackAddress(), port)) {
				ports.add(port);
			}
		}
		if (ports.size() < count) {
			throw new CommandFailure("No free TCP port between %d and %d".formatted(LOWEST, HIGHEST));
		}
		return ports;
	}

	/**
	 * Refuses a port somebody else listens on; on all interfaces when no host is given.
	 */
	public static void require(@Nullable String host, int port) {
		try {
			if (!isFree((host != null) ? InetAddress.getByName(host) : null, port)) {
				String where = (host != null) ? " of " + host : "";
				throw new CommandFailure("Port %d%s cannot be listened on, most likely because another program does;"
					.formatted(port, where) + " choose one with --port");
			}
		}
		catch (UnknownHostException failure) {
			throw new CommandFailure("There is no address for the host " + host, failure);
		}
	}

	/**
	 * Whether somebody may listen there; all interfaces when no address is given.
	 */
	public static boolean isFree(@Nullable InetAddress address, int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind((address != null) ? new InetSocketAddress(address, port) : new InetSocketAddress(port));
			return true;
		}
		catch (IOException _) {
			return false;
		}
	}

}
