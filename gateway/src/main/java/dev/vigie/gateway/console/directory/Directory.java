package dev.vigie.gateway.console.directory;

import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

import dev.vigie.gateway.console.directory.DirectoryClient.Entry;
import dev.vigie.gateway.console.directory.DirectoryClient.Listed;

/**
 * Who and which teams there are. While oncall-service does not answer nobody is offered,
 * and names can still be written.
 */
@Component
public class Directory {

	private static final Logger log = LoggerFactory.getLogger(Directory.class);

	private static final Set<String> GONE = Set.of("left", "erased");

	private static final int OFFERED = 500;

	private final DirectoryClient client;

	Directory(DirectoryClient client) {
		this.client = client;
	}

	public List<Name> people() {
		return names(this.client::people);
	}

	public List<Name> teams() {
		return names(this.client::teams);
	}

	private static List<Name> names(IntFunction<Listed> question) {
		try {
			return question.apply(OFFERED)
				.known()
				.stream()
				.filter((entry) -> !GONE.contains(String.valueOf(entry.status())))
				.map(Directory::name)
				.toList();
		}
		catch (RestClientException away) {
			log.info("No names are to be had: {}", away.getMessage());
			return List.of();
		}
	}

	private static Name name(Entry entry) {
		String shown = (entry.spec() != null) ? entry.spec().displayName() : null;
		return new Name(entry.name(), (shown != null) ? shown : entry.name());
	}

	/**
	 * A name and how people say it.
	 */
	public record Name(String name, String shown) {
	}

}
