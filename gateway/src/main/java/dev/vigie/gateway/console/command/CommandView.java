package dev.vigie.gateway.console.command;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.vigie.gateway.console.command.RolesClient.Holder;
import dev.vigie.gateway.console.command.UpdatesClient.Rendered;
import dev.vigie.gateway.console.command.UpdatesClient.Update;
import dev.vigie.gateway.console.layout.Moment;

/**
 * Roles and updates of an incident as its page shows them.
 *
 * @param posts the roles that one person has
 * @param others those in the other roles
 * @param updates the latest first
 * @param more whether there are older ones
 * @param promised when the next is due, past or not
 * @param status what an update most likely says
 */
record CommandView(List<Post> posts, List<HolderView> others, List<UpdateView> updates, boolean more,
		@Nullable Moment promised, boolean late, String status) {

	CommandView {
		posts = List.copyOf(posts);
		others = List.copyOf(others);
		updates = List.copyOf(updates);
	}

	/**
	 * Somebody in a role.
	 *
	 * @param mine whether that is the reader
	 */
	record HolderView(Holder holder, @Nullable Moment since, boolean mine) {
	}

	/**
	 * A role for one, and who has it.
	 */
	record Post(String role, @Nullable HolderView held) {
	}

	/**
	 * What was told when.
	 *
	 * @param words as it reads in the reader's language
	 */
	record UpdateView(Update update, @Nullable Moment at, @Nullable Moment next, @Nullable Rendered words) {
	}

}
