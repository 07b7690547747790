package dev.vigie.oncall.contact;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.constraint.Words;
import dev.vigie.shared.document.Names;

/**
 * A way to reach a person.
 *
 * @param name what notification rules call it, for example {@code mobile}; without one it
 * goes by its type
 * @param type by what; so far only e-mail is sent, the others are kept and checked
 * @param address where: an e-mail address, a telephone number such as
 * {@code +33612345678}, or an https address
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactMethod(
		@jakarta.validation.constraints.Pattern(regexp = Names.PATTERN,
				message = "must be lower-case letters, digits and dashes, such as mobile") @Nullable String name,
		@NotNull Type type, @NotBlank @Size(max = 2000) String address) {

	/**
	 * What notification rules call it.
	 */
	public String key() {
		return (this.name != null) ? this.name : this.type.text();
	}

	/**
	 * Whether the address is one of its type.
	 */
	public boolean fits() {
		return this.address.length() <= this.type.longest && this.type.address.matcher(this.address).matches();
	}

	/**
	 * By what a person is reached.
	 */
	public enum Type {

		EMAIL(Addresses.EMAIL, 254, "must be a well-formed email address"),

		SMS(Addresses.TELEPHONE, 16, Addresses.LIKE_TELEPHONE),

		PHONE(Addresses.TELEPHONE, 16, Addresses.LIKE_TELEPHONE),

		/**
		 * An app or a browser, by the endpoint it was given (Web Push, UnifiedPush).
		 */
		PUSH(Addresses.HTTPS, 2000, Addresses.LIKE_HTTPS),

		WEBHOOK(Addresses.HTTPS, 2000, Addresses.LIKE_HTTPS);

		private final Pattern address;

		private final int longest;

		private final String expected;

		Type(String address, int longest, String expected) {
			this.address = Pattern.compile(address);
			this.longest = longest;
			this.expected = expected;
		}

		/**
		 * What an address of this type must be.
		 */
		public String expected() {
			return this.expected;
		}

		/**
		 * Whether pages go out by it.
		 */
		public boolean isSent() {
			return this == EMAIL;
		}

		@JsonCreator
		static Type of(String text) {
			return Words.oneOf(values(), text);
		}

		@JsonValue
		public String text() {
			return Words.of(this);
		}

	}

	/**
	 * What addresses look like.
	 */
	private static final class Addresses {

		private static final String ATOM = "(?:[^\\s\\p{Cs}\\p{Cntrl}()<>\\[\\]:;@\\\\,.\"]+|\"[^\"\\\\\\s\\p{Cs}\\p{Cntrl}]+\")";

		private static final String LABEL = "[\\p{L}\\p{N}](?:[-\\p{L}\\p{N}]{0,61}[\\p{L}\\p{N}])?";

		private static final String EMAIL = ATOM + "(?:\\." + ATOM + ")*+@(?:" + LABEL + "(?:\\." + LABEL
				+ ")*+|\\[[0-9A-Fa-f:.IPv]{2,60}])";

		// E.164: a country's code and up to fifteen digits in all.
		private static final String TELEPHONE = "\\+[1-9][0-9]{6,14}";

		private static final String LIKE_TELEPHONE = "must be a telephone number as E.164 writes it, such as +33612345678";

		// No name or password before the host: it would be shown to everybody who reads
		// the document.
		private static final String HTTPS = "https://" + LABEL + "(?:\\." + LABEL
				+ ")*+(?::[0-9]{1,5})?(?:[/?][^\\s\\p{Cs}\\p{Cntrl}#]*)?";

		private static final String LIKE_HTTPS = "must be an https address without user name, password or fragment";

		private Addresses() {
		}

	}

}
