package dev.vigie.shared.document;

import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.PreconditionFailed;

/**
 * Versions as entity tags ({@code "3"}), so that nobody overwrites what they have not
 * seen.
 */
public final class Etags {

	private Etags() {
	}

	public static String of(int version) {
		return "\"" + version + "\"";
	}

	/**
	 * Refuses the change when {@code If-Match} was sent and names another version.
	 */
	public static void check(@Nullable String ifMatch, @Nullable Integer version) {
		if (ifMatch != null && !ifMatch.equals("*") && (version == null || !ifMatch.equals(of(version)))) {
			throw new PreconditionFailed("The stored version is " + ((version == null) ? "absent" : of(version))
					+ ", not " + ifMatch + "; read it again");
		}
	}

}
