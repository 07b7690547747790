package dev.vigie.gateway.console.command;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import dev.vigie.gateway.console.command.CommandView.HolderView;
import dev.vigie.gateway.console.command.CommandView.Post;
import dev.vigie.gateway.console.command.CommandView.UpdateView;
import dev.vigie.gateway.console.command.RolesClient.Holder;
import dev.vigie.gateway.console.command.UpdatesClient.Told;
import dev.vigie.gateway.console.command.UpdatesClient.Update;
import dev.vigie.gateway.console.directory.Directory;
import dev.vigie.gateway.console.layout.Times;

/**
 * Puts roles and updates on the page of an incident.
 */
@Component
public class Command {

	private static final List<String> POSTS = List.of("commander", "communications", "scribe");

	private static final List<String> ROLES = List.of("commander", "communications", "scribe", "expert", "observer");

	static final List<String> STATUSES = List.of("investigating", "identified", "monitoring", "resolved");

	private static final List<String> PROMISES = List.of("15m", "30m", "1h", "2h", "4h", "1d");

	private static final int SHOWN = 5;

	private final RolesClient roles;

	private final UpdatesClient updates;

	private final Directory directory;

	private final Times times;

	Command(RolesClient roles, UpdatesClient updates, Directory directory, Times times) {
		this.roles = roles;
		this.updates = updates;
		this.directory = directory;
		this.times = times;
	}

	/**
	 * Adds what the fragments of this area show.
	 */
	public void show(Subject subject, Locale locale, Model page) {
		List<HolderView> held = this.roles.held(subject.number())
			.known()
			.stream()
			.map((holder) -> view(holder, subject, locale))
			.toList();
		Told told = this.updates.told(subject.number(), SHOWN);
		Instant next = (subject.open() && !told.known().isEmpty()) ? told.known().getFirst().nextUpdateAt() : null;
		page.addAttribute("command",
				new CommandView(posts(held),
						held.stream().filter((one) -> !POSTS.contains(one.holder().role())).toList(),
						told.known().stream().map((update) -> view(update, locale)).toList(), told.next() != null,
						this.times.moment(next, locale), next != null && this.times.isPast(next), status(subject)));
		if (subject.offers()) {
			offer(page);
		}
	}

	private void offer(Model page) {
		page.addAttribute("roles", ROLES);
		page.addAttribute("updateStatuses", STATUSES);
		page.addAttribute("promises", PROMISES);
		page.addAttribute("key", UUID.randomUUID());
		page.addAttribute("people", this.directory.people());
		page.addAttribute("templates",
				this.updates.templates(100).names().stream().filter((name) -> !STATUSES.contains(name)).toList());
	}

	private static List<Post> posts(List<HolderView> held) {
		return POSTS.stream()
			.map((role) -> new Post(role,
					held.stream().filter((one) -> one.holder().role().equals(role)).findFirst().orElse(null)))
			.toList();
	}

	private HolderView view(Holder holder, Subject subject, Locale locale) {
		return new HolderView(holder, this.times.moment(holder.since(), locale),
				holder.person().equals(subject.reader()));
	}

	private UpdateView view(Update update, Locale locale) {
		return new UpdateView(update, this.times.moment(update.at(), locale),
				this.times.moment(update.nextUpdateAt(), locale), update.in(locale));
	}

	private static String status(Subject subject) {
		if (!subject.open()) {
			return "resolved";
		}
		if ("mitigated".equals(subject.phase())) {
			return "monitoring";
		}
		return "identified".equals(subject.phase()) ? "identified" : "investigating";
	}

	/**
	 * The incident that is shown.
	 *
	 * @param reader by whom it is read
	 * @param offers whether the reader may do something about it
	 */
	public record Subject(String number, boolean open, @Nullable String phase, String reader, boolean offers) {
	}

}
