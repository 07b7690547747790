package dev.vigie.postmortem.actionitem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.shared.problem.Conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ActionItemTests {

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);

	@ParameterizedTest
	@CsvSource(textBlock = """
			OPEN,        OPEN,        yes
			OPEN,        IN_PROGRESS, yes
			OPEN,        DONE,        yes
			OPEN,        CANCELLED,   yes
			IN_PROGRESS, OPEN,        yes
			IN_PROGRESS, IN_PROGRESS, yes
			IN_PROGRESS, DONE,        yes
			IN_PROGRESS, CANCELLED,   yes
			DONE,        OPEN,        yes
			DONE,        IN_PROGRESS, no
			DONE,        DONE,        yes
			DONE,        CANCELLED,   no
			CANCELLED,   OPEN,        yes
			CANCELLED,   IN_PROGRESS, no
			CANCELLED,   DONE,        no
			CANCELLED,   CANCELLED,   yes
			""")
	void goesWhereTheTableSays(ActionItemStatus from, ActionItemStatus to, String allowed) {
		ActionItem item = item(from);
		if (allowed.equals("yes")) {
			item.become(to, NOON);
			assertThat(item.status()).isEqualTo(to);
			assertThat(item.closedAt() != null).isEqualTo(to.isClosed());
		}
		else {
			assertThatExceptionOfType(Conflict.class).isThrownBy(() -> item.become(to, NOON))
				.withMessageContaining(from.text());
		}
	}

	@ParameterizedTest
	@CsvSource({ "OPEN, 2026-03-06, false", "OPEN, 2026-03-07, true", "IN_PROGRESS, 2026-03-07, true",
			"DONE, 2026-03-07, false", "CANCELLED, 2026-03-07, false" })
	void isOverdueFromTheDayAfterWhileItIsOpen(ActionItemStatus status, LocalDate today, boolean overdue) {
		assertThat(item(status).isOverdue(today)).isEqualTo(overdue);
	}

	private static ActionItem item(ActionItemStatus status) {
		ActionItem item = new ActionItem(new ActionItem.Origin(UUID.randomUUID(), 42, "ada"),
				new ActionItem.Agreement("Rotate logs", "grace", FRIDAY), NOON);
		item.become(status, NOON);
		return item;
	}

}
