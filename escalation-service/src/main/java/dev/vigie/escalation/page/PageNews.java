package dev.vigie.escalation.page;

import java.util.List;

/**
 * Something happened to a page; heard in the same transaction.
 */
public sealed interface PageNews {

	/**
	 * Attempts have ended and nothing is written yet: who locks the incidents does it
	 * now, because everybody else locks incidents before pages.
	 */
	record Ending(List<Page> pages) implements PageNews {

		public Ending {
			pages = List.copyOf(pages);
		}

	}

	/**
	 * The other side has taken it.
	 */
	record Delivered(Page page) implements PageNews {
	}

	/**
	 * It failed and is tried again.
	 *
	 * @param tellSomebodyElse whether it has failed so often that somebody else must know
	 */
	record Retrying(Page page, String reason, boolean tellSomebodyElse) implements PageNews {
	}

	/**
	 * It was not tried, for its channel failed too often just now; it is tried later.
	 *
	 * @param circuit what keeps the channel from being asked
	 * @param tellSomebodyElse whether it has waited so long that somebody else must know
	 */
	record Spared(Page page, String circuit, String reason, boolean tellSomebodyElse) implements PageNews {
	}

	/**
	 * It was refused for good.
	 *
	 * @param tellSomebodyElse whether somebody else must know and does not yet
	 */
	record Failed(Page page, String reason, boolean tellSomebodyElse) implements PageNews {
	}

	/**
	 * Nobody needed it any more.
	 */
	record Cancelled(Page page) implements PageNews {
	}

}
