package dev.vigie.oncall.person;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.contact.ContactMethod;

/**
 * Which addresses were shown to be their person's, and when.
 */
@Component
class VerificationTable {

	private final JdbcClient jdbc;

	VerificationTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void confirm(String person, Address address, Instant at) {
		this.jdbc.sql("""
				insert into contact_verification (person, type, address, verified_at)
				values (:person, :type, :address, :at) on conflict do nothing
				""")
			.param("person", person)
			.param("type", address.type())
			.param("address", address.address())
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update();
	}

	Map<Address, Instant> of(String person) {
		return this.jdbc.sql("select type, address, verified_at from contact_verification where person = :person")
			.param("person", person)
			.query((row, _) -> Map.entry(new Address(row.getString(1), row.getString(2)),
					row.getObject(3, OffsetDateTime.class).toInstant()))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	/**
	 * Forgets the addresses that are no longer among the person's.
	 */
	void keepOnly(String person, List<ContactMethod> methods) {
		this.jdbc.sql("""
				delete from contact_verification where person = :person
				and (type, address) not in (select * from unnest(:types::text[], :addresses::text[]))
				""")
			.param("person", person)
			.param("types", methods.stream().map((method) -> method.type().text()).toArray(String[]::new))
			.param("addresses", methods.stream().map(ContactMethod::address).toArray(String[]::new))
			.update();
	}

	/**
	 * An address by what it is used for: who reads a telephone's texts need not answer
	 * its calls.
	 */
	record Address(String type, String address) {

		static Address of(ContactMethod method) {
			return new Address(method.type().text(), method.address());
		}

	}

}
