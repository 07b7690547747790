package dev.vigie.allinone.suite;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.vigie.allinone.Ports;

/**
 * Where each program listens: the gateway where people and senders look for it, the
 * others on the loopback interface.
 *
 * @param publicUrl the address people and senders use
 * @param gatewayHost the interface of the gateway, all of them when null
 * @param ports the port of each program
 */
record Addresses(String publicUrl, @Nullable String gatewayHost, Map<Program, Integer> ports) {

	Addresses {
		ports = Map.copyOf(ports);
	}

	static Addresses choose(SuiteSettings settings) {
		Iterator<Integer> free = Ports.free(Program.values().length).iterator();
		Map<Program, Integer> ports = new EnumMap<>(Program.class);
		for (Program program : Program.values()) {
			ports.put(program, free.next());
		}
		if (settings.port() != 0) {
			Ports.require(settings.host(), settings.port());
			ports.put(Program.GATEWAY, settings.port());
		}
		String host = (settings.host() == null || settings.host().startsWith("127.")) ? "localhost" : settings.host();
		String given = settings.publicUrl();
		String url = (given != null) ? given.replaceFirst("/+$", "")
				: "http://%s:%d".formatted(bracketed(host), ports.get(Program.GATEWAY));
		return new Addresses(url, settings.host(), ports);
	}

	/**
	 * Where the other programs find this one.
	 */
	String inner(Program program) {
		String gateway = this.gatewayHost;
		String host = (program == Program.GATEWAY && gateway != null) ? bracketed(gateway) : "127.0.0.1";
		return "http://%s:%d".formatted(host, this.ports.get(program));
	}

	@Nullable String host(Program program) {
		return (program == Program.GATEWAY) ? this.gatewayHost : "127.0.0.1";
	}

	private static String bracketed(String host) {
		return host.contains(":") ? "[" + host + "]" : host;
	}

}
