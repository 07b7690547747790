package dev.vigie.postmortem.actionitem;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.postmortem.actionitem.ActionItem.Agreement;
import dev.vigie.postmortem.actionitem.ActionItem.Origin;
import dev.vigie.postmortem.postmortem.FollowUps;
import dev.vigie.postmortem.postmortem.PostmortemLookup;
import dev.vigie.shared.document.Etags;

/**
 * What people do with action items.
 */
@Component
@Transactional
class ActionItemKeeping implements FollowUps {

	private static final Logger log = LoggerFactory.getLogger(ActionItemKeeping.class);

	private final ActionItems items;

	private final PostmortemLookup postmortems;

	private final InstantSource clock;

	ActionItemKeeping(ActionItems items, PostmortemLookup postmortems, InstantSource clock) {
		this.items = items;
		this.postmortems = postmortems;
		this.clock = clock;
	}

	ActionItem agree(UUID postmortem, Agreement agreement, ActionItemStatus status, String author) {
		Origin origin = new Origin(postmortem, this.postmortems.incidentOf(postmortem), author);
		ActionItem item = new ActionItem(origin, agreement, this.clock.instant());
		item.become(status, this.clock.instant());
		log.info("{} added action item {} to the post-mortem of incident {}", author, item.id(), origin.incident());
		return this.items.saveAndFlush(item);
	}

	ActionItem change(UUID id, Agreement agreement, ActionItemStatus status, @Nullable String ifMatch) {
		ActionItem item = this.items.get(id);
		Etags.check(ifMatch, item.version());
		item.change(agreement);
		item.become(status, this.clock.instant());
		return this.items.saveAndFlush(item);
	}

	@Transactional(readOnly = true)
	ActionItem get(UUID id) {
		return this.items.get(id);
	}

	@Override
	@Transactional(readOnly = true)
	public Map<UUID, List<FollowUp>> of(Collection<UUID> postmortems) {
		LocalDate today = today();
		return this.items.findByPostmortemIdInOrderByDueOnAscIdAsc(postmortems)
			.stream()
			.collect(Collectors.groupingBy((item) -> item.origin().postmortem(), Collectors.mapping(
					(item) -> new FollowUp(item.id(), item.agreement().title(), item.agreement().owner(),
							item.agreement().dueOn(), item.status().text(), item.isOverdue(today), item.version()),
					Collectors.toList())));
	}

	/**
	 * The day by which things are overdue: in UTC, as owners may live anywhere.
	 */
	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

}
