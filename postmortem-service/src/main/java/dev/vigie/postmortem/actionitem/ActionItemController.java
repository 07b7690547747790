package dev.vigie.postmortem.actionitem;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.postmortem.actionitem.ActionItem.Agreement;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.document.Etags;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.Invalid;

/**
 * Action items over HTTP.
 */
@RestController
class ActionItemController {

	private static final int LONGEST = 200;

	private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

	private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

	private final ActionItemKeeping keeping;

	private final ActionItems items;

	ActionItemController(ActionItemKeeping keeping, ActionItems items) {
		this.keeping = keeping;
		this.items = items;
	}

	@PostMapping("/api/v1/postmortems/{postmortem}/action-items")
	ResponseEntity<ActionItemView> agree(@PathVariable UUID postmortem, @RequestBody @Valid ActionItemWish wish,
			Caller caller) {
		ActionItem item = this.keeping.agree(postmortem, wish.agreement(), wish.statusOr(ActionItemStatus.OPEN),
				caller.name());
		return ResponseEntity.created(URI.create("/api/v1/action-items/" + item.id()))
			.eTag(Etags.of(item.version()))
			.body(view(item));
	}

	@GetMapping("/api/v1/action-items")
	Listing<ActionItemView> list(@RequestParam(defaultValue = "") List<String> status,
			@RequestParam(required = false) @Nullable String owner,
			@RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit,
			Caller caller) {
		Listing.checkLimit(limit, LONGEST);
		if (owner != null && owner.indexOf('\0') >= 0) {
			throw new Invalid("owner", "must not contain U+0000");
		}
		Set<ActionItemStatus> statuses = status.isEmpty() ? EnumSet.allOf(ActionItemStatus.class)
				: status.stream().map((text) -> ActionItemStatus.parse("status", text)).collect(Collectors.toSet());
		Cursor from = (after != null) ? Cursor.parse(after) : new Cursor(EARLIEST, new UUID(0, 0));
		List<ActionItem> found = this.items.page(owner, statuses.stream().map(Enum::name).toList(), from.dueOn(),
				from.id(), caller.person(), limit + 1);
		return Listing.of(found, limit, (item) -> Cursor.of(item).text()).map(this::view);
	}

	@GetMapping("/api/v1/action-items/{id}")
	ResponseEntity<ActionItemView> get(@PathVariable UUID id) {
		return answer(this.keeping.get(id));
	}

	@PutMapping("/api/v1/action-items/{id}")
	ResponseEntity<ActionItemView> change(@PathVariable UUID id, @RequestBody @Valid ActionItemWish wish,
			@RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
		if (wish.status() == null) {
			throw new Invalid("status", "must be given");
		}
		return answer(this.keeping.change(id, wish.agreement(), wish.statusOr(ActionItemStatus.OPEN), ifMatch));
	}

	private ResponseEntity<ActionItemView> answer(ActionItem item) {
		return ResponseEntity.ok().eTag(Etags.of(item.version())).body(view(item));
	}

	private ActionItemView view(ActionItem item) {
		return new ActionItemView(item.id(), item.origin().postmortem(), item.origin().incident(),
				item.agreement().title(), item.agreement().owner(), item.agreement().dueOn(), item.status().text(),
				item.isOverdue(this.keeping.today()), item.version(), item.createdAt(), item.origin().author(),
				item.closedAt());
	}

	/**
	 * An action item as it is answered.
	 */
	record ActionItemView(UUID id, UUID postmortem, long incident, String title, String owner, LocalDate dueOn,
			String status, boolean overdue, int version, Instant createdAt, String createdBy,
			@Nullable Instant closedAt) {
	}

	/**
	 * What is to be done, by whom, until when; a new one is open unless it says
	 * otherwise.
	 */
	record ActionItemWish(@NotBlank @Size(max = 500) @Pattern(regexp = NO_NUL, message = NO_NUL_TEXT) String title,
			@NotBlank @Size(max = 200) @Pattern(regexp = NO_NUL, message = NO_NUL_TEXT) String owner,
			@NotNull LocalDate dueOn, @Nullable String status) {

		private static final String NO_NUL = "[^\\x00]*";

		private static final String NO_NUL_TEXT = "must not contain U+0000";

		Agreement agreement() {
			if (this.dueOn.isBefore(EARLIEST) || this.dueOn.isAfter(LATEST)) {
				throw new Invalid("dueOn", "must be between %s and %s".formatted(EARLIEST, LATEST));
			}
			return new Agreement(this.title, this.owner, this.dueOn);
		}

		ActionItemStatus statusOr(ActionItemStatus other) {
			return (this.status != null) ? ActionItemStatus.parse("status", this.status) : other;
		}

	}

	/**
	 * The place in the list, ordered by due date.
	 */
	private record Cursor(LocalDate dueOn, UUID id) {

		private static final java.util.regex.Pattern FORM = java.util.regex.Pattern
			.compile("(\\d{4}-\\d{2}-\\d{2})_([0-9a-f-]{36})");

		static Cursor of(ActionItem item) {
			return new Cursor(item.agreement().dueOn(), item.id());
		}

		static Cursor parse(String text) {
			java.util.regex.Matcher parts = FORM.matcher(text);
			try {
				if (parts.matches()) {
					return new Cursor(LocalDate.parse(parts.group(1)), UUID.fromString(parts.group(2)));
				}
			}
			catch (java.time.DateTimeException | IllegalArgumentException _) {
				// said below
			}
			throw new Invalid("after", "is not a place in this list");
		}

		String text() {
			return this.dueOn + "_" + this.id;
		}

	}

}
