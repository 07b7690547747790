package dev.vigie.escalation.paging;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.escalation.channel.ChannelType;
import dev.vigie.escalation.incident.Escalations;
import dev.vigie.escalation.page.Page;
import dev.vigie.escalation.page.PageStatus;
import dev.vigie.escalation.page.Pages;
import dev.vigie.shared.problem.NotFound;

/**
 * The pages of an incident over HTTP.
 */
@RestController
class PagesController {

	private final Escalations escalations;

	private final Pages pages;

	PagesController(Escalations escalations, Pages pages) {
		this.escalations = escalations;
		this.pages = pages;
	}

	@GetMapping("/api/v1/incidents/{number}/pages")
	PageListing pages(@PathVariable String number) {
		UUID incident = this.escalations.idOf(number).orElseThrow(() -> new NotFound("There is no incident " + number));
		return new PageListing(this.pages.of(incident).stream().map(PageView::of).toList());
	}

	record PageListing(List<PageView> items) {
	}

	record PageView(UUID id, PageStatus status, int run, int cycle, int step, String target, @Nullable String person,
			@Nullable String channel, ChannelType type, String address, int attempts, Instant createdAt,
			@Nullable Instant deliveredAt, @Nullable String reason, String messageId) {

		static PageView of(Page page) {
			return new PageView(page.id(), page.status(), page.at().run(), page.at().cycle(), page.at().step(),
					page.request().target(), page.request().person(), page.request().to().channel(), page.type(),
					address(page), page.attempts(), page.createdAt(), page.deliveredAt(), page.reason(),
					page.messageId());
		}

		// The path of a webhook's address is often its key.
		private static String address(Page page) {
			String address = page.request().to().address();
			return switch (page.type()) {
				case EMAIL -> address;
				case WEBHOOK -> {
					URI uri = URI.create(address);
					yield uri.getScheme() + "://" + uri.getAuthority();
				}
			};
		}

	}

}
