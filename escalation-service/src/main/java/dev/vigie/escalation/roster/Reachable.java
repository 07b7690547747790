package dev.vigie.escalation.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * A person, the language and the time they read, and their addresses, preferred first.
 */
public record Reachable(String person, String displayName, Locale language, ZoneId zone,
		List<ContactMethod> contactMethods, Habits habits) {

	public Reachable {
		contactMethods = List.copyOf(contactMethods);
	}

	/**
	 * Where mail to them goes, preferred first.
	 */
	public List<String> mailboxes() {
		return this.contactMethods.stream()
			.filter((method) -> method.type().equals("email"))
			.map(ContactMethod::address)
			.toList();
	}

	/**
	 * How they are told: by the types of contact methods that are asked for, else by the
	 * first of their rules that holds, else where they prefer. Who has any address that
	 * can be sent to is told by one at least, and no later than their rule says.
	 * @param via types of contact methods, in their order; empty to leave it to them
	 * @param sent whether a type of contact method can be sent to
	 */
	public Ways plan(Urgency urgency, Instant at, List<String> via, Predicate<String> sent) {
		List<Wish> wishes = via.isEmpty() ? byRule(urgency, at) : byType(via);
		Duration first = wishes.stream().map(Wish::after).min(Comparator.naturalOrder()).orElse(Duration.ZERO);
		List<Way> ways = new ArrayList<>();
		List<String> unavailable = new ArrayList<>();
		Set<String> addresses = new HashSet<>();
		for (Wish wish : wishes.stream().sorted(Comparator.comparing(Wish::after)).toList()) {
			if (wish.method() == null || !sent.test(wish.method().type())) {
				unavailable.add(wish.name());
			}
			else if (addresses.add(wish.method().address())) {
				ways.add(new Way(wish.method().type(), wish.method().address(), ways.isEmpty() ? first : wish.after()));
			}
		}
		if (ways.isEmpty()) {
			preferred(sent).ifPresent((method) -> ways.add(new Way(method.type(), method.address(), first)));
		}
		return new Ways(ways, unavailable.stream().distinct().toList());
	}

	private Optional<ContactMethod> preferred(Predicate<String> sent) {
		return this.contactMethods.stream().filter((method) -> sent.test(method.type())).findFirst();
	}

	private List<Wish> byType(List<String> via) {
		return via.stream()
			.map((type) -> new Wish(type, method((method) -> method.type().equals(type)), Duration.ZERO))
			.toList();
	}

	private List<Wish> byRule(Urgency urgency, Instant at) {
		LocalDateTime local = LocalDateTime.ofInstant(at, this.zone);
		return this.habits.rules()
			.stream()
			.filter((rule) -> rule.holds(urgency, local, this.habits.work()))
			.findFirst()
			.stream()
			.flatMap((rule) -> rule.steps().stream())
			.map((step) -> new Wish(step.contactMethod(), method((method) -> method.key().equals(step.contactMethod())),
					step.after()))
			.toList();
	}

	private @Nullable ContactMethod method(Predicate<ContactMethod> wanted) {
		return this.contactMethods.stream().filter(wanted).findFirst().orElse(null);
	}

	/**
	 * One address.
	 *
	 * @param name what rules call it; without one it goes by its type
	 * @param type for example {@code email}
	 */
	public record ContactMethod(@Nullable String name, String type, String address) {

		String key() {
			return (this.name != null) ? this.name : this.type;
		}

	}

	/**
	 * How somebody is told.
	 *
	 * @param ways in order, each address once; empty when nothing can be sent to them
	 * @param unavailable what was wished for and cannot be sent to
	 */
	public record Ways(List<Way> ways, List<String> unavailable) {

		public Ways {
			ways = List.copyOf(ways);
			unavailable = List.copyOf(unavailable);
		}

	}

	/**
	 * An address and how long it waits.
	 */
	public record Way(String type, String address, Duration delay) {
	}

	/**
	 * A method that is asked for, whether there is one or not.
	 */
	private record Wish(String name, @Nullable ContactMethod method, Duration after) {
	}

}
