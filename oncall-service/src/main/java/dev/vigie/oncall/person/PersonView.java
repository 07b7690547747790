package dev.vigie.oncall.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.constraint.Words;
import dev.vigie.oncall.contact.ContactMethod;
import dev.vigie.oncall.person.VerificationTable.Address;
import dev.vigie.shared.document.Document;

/**
 * A person's document and how things are with them.
 *
 * @param status active, leaving, left or erased
 * @param departure when and why they leave, if they do
 * @param contactMethods how things are with each contact method of the spec, in its
 * order; lists leave it out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonView(String name, int version, PersonSpec spec, Status status, @Nullable Departure departure,
		@Nullable List<ContactView> contactMethods) {

	static PersonView of(Document<PersonSpec> person, Status status, @Nullable Departure departure) {
		return new PersonView(person.name(), person.version(), person.spec(), status, departure, null);
	}

	PersonView with(Map<Address, Instant> verified) {
		return new PersonView(this.name, this.version, this.spec, this.status, this.departure,
				this.spec.contactMethods()
					.stream()
					.map((method) -> ContactView.of(method, verified.get(Address.of(method))))
					.toList());
	}

	/**
	 * Whether nobody is to be paged at their addresses at the instant.
	 */
	boolean isGone(Instant at) {
		return this.departure != null && this.departure.isPast(at);
	}

	/**
	 * How things are with a contact method.
	 *
	 * @param name what notification rules call it
	 * @param verified whether it was shown to be the person's; never so for an address
	 * that is new
	 * @param sent whether pages go out by its type so far
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ContactView(String name, ContactMethod.Type type, boolean verified, @Nullable Instant verifiedAt,
			boolean sent) {

		private static ContactView of(ContactMethod method, @Nullable Instant verifiedAt) {
			return new ContactView(method.key(), method.type(), verifiedAt != null, verifiedAt, method.type().isSent());
		}

	}

	/**
	 * Whether the person is there.
	 */
	enum Status {

		ACTIVE, LEAVING, LEFT, ERASED;

		static Status of(@Nullable Departure departure, Instant now) {
			if (departure == null) {
				return ACTIVE;
			}
			return departure.isPast(now) ? LEFT : LEAVING;
		}

		@JsonValue
		String text() {
			return Words.of(this);
		}

	}

}
