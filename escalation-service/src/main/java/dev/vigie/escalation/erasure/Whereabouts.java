package dev.vigie.escalation.erasure;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.roster.Reachable;
import dev.vigie.escalation.roster.RosterView;

/**
 * Where somebody was reached. What is still on its way arrives; then its address goes.
 */
@Component
class Whereabouts {

	private static final String EMPTIED = "erased:";

	private final JdbcClient jdbc;

	Whereabouts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The addresses that are known of somebody and of nobody else.
	 * @param names what they go by
	 */
	Set<String> of(Collection<String> names, RosterView roster) {
		Set<String> addresses = new HashSet<>(this.jdbc.sql("""
				select address from page where person = any(:names)
				union select address from handoff_letter where meant_for = any(:names)
				""").param("names", names.toArray(String[]::new)).query(String.class).list());
		names.forEach((name) -> roster.person(name)
			.ifPresent((person) -> person.contactMethods()
				.stream()
				.map(Reachable.ContactMethod::address)
				.forEach(addresses::add)));
		addresses.removeIf((address) -> address.startsWith(EMPTIED));
		addresses.removeAll(this.jdbc.sql("""
				select address from page where address = any(:addresses) and person <> all(:names)
				union select address from handoff_letter where address = any(:addresses) and meant_for <> all(:names)
				""")
			.param("addresses", addresses.toArray(String[]::new))
			.param("names", names.toArray(String[]::new))
			.query(String.class)
			.list());
		return addresses;
	}

	/**
	 * Empties the addresses of what is done. Pages are told apart by their address, so
	 * each gets one of its own.
	 */
	@Transactional
	public int empty(Pseudonym to) {
		int emptied = this.jdbc.sql("""
				update page set address = 'erased:' || id, reason = null
				where id in (select id from page where person = :name and status in ('DELIVERED', 'FAILED', 'CANCELLED')
					and address not like 'erased:%' for update skip locked)
				""").param("name", to.name()).update();
		emptied += this.jdbc
			.sql("""
					update notice set mailbox = 'erased', otherwise = '{}', subject = '', body = '', payload = '', reason = null
					where id in (select id from notice where status <> 'OPEN' and (mailbox = any(:addresses)
						or id in (select id from handoff_letter where meant_for = :name)) for update skip locked)
					""")
			.param("addresses", to.addresses().toArray(String[]::new))
			.param("name", to.name())
			.update();
		emptied += this.jdbc.sql("""
				update handoff_letter l set address = 'erased:' || l.id where l.meant_for = :name
					and l.address not like 'erased:%'
					and not exists (select from notice n where n.id = l.id and n.status = 'OPEN')
				""").param("name", to.name()).update();
		return emptied;
	}

}
