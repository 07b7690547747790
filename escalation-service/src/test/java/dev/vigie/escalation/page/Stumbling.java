package dev.vigie.escalation.page;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Stumbles over the end of one page, as a fault of ours would.
 */
@Component
class Stumbling {

	private volatile @Nullable UUID over;

	void over(@Nullable UUID page) {
		this.over = page;
	}

	@EventListener
	void hear(PageNews.Ending ending) {
		if (ending.pages().stream().anyMatch((page) -> page.id().equals(this.over))) {
			throw new IllegalStateException("Stumbled over page " + this.over);
		}
	}

}
