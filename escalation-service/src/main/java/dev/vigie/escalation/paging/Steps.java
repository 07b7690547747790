package dev.vigie.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.incident.DueIncident;
import dev.vigie.escalation.incident.DueMove;
import dev.vigie.escalation.incident.Escalations;
import dev.vigie.escalation.incident.StepDeclaring;
import dev.vigie.escalation.policy.Deed;
import dev.vigie.escalation.policy.EscalationPlan;
import dev.vigie.escalation.policy.EscalationPlan.DueStep;
import dev.vigie.escalation.policy.EscalationPolicies;
import dev.vigie.escalation.policy.Progress;
import dev.vigie.escalation.policy.Turn;

/**
 * Takes due incidents and does what their plan says, all in one transaction: pages are
 * queued and the next due time is set together or not at all.
 */
@Component
@Transactional
class Steps {

	private static final Logger log = LoggerFactory.getLogger(Steps.class);

	private final Escalations escalations;

	private final EscalationPolicies policies;

	private final Gates gates;

	private final StepPaging paging;

	private final StepDeclaring declaring;

	Steps(Escalations escalations, EscalationPolicies policies, Gates gates, StepPaging paging,
			StepDeclaring declaring) {
		this.declaring = declaring;
		this.escalations = escalations;
		this.policies = policies;
		this.gates = gates;
		this.paging = paging;
	}

	int take(Preparation preparation, int limit) {
		return take(preparation, this.escalations.claim(preparation.at(), limit));
	}

	int takeAlone(Preparation preparation, UUID incident) {
		return take(preparation, this.escalations.claim(preparation.at(), incident));
	}

	/**
	 * Leaves the incident where it is and comes back to it after the pause.
	 */
	void postpone(Preparation preparation, UUID incident, Duration pause) {
		this.escalations.claim(preparation.at(), incident)
			.forEach((due) -> this.escalations.postpone(due.id(), preparation.at().plus(pause)));
	}

	private int take(Preparation preparation, List<DueIncident> taken) {
		List<DueIncident> claimed = taken.stream().filter(preparation::covers).toList();
		if (!claimed.isEmpty()) {
			Preparation gathered = this.paging.gather(claimed, preparation);
			List<Due> deeds = new ArrayList<>();
			this.escalations.move(claimed.stream().map((incident) -> carryOut(incident, gathered, deeds)).toList());
			deeds.forEach((due) -> raise(due, preparation.at()));
			deeds.forEach(this::declare); // as severe as they have become
		}
		return claimed.size();
	}

	private DueMove carryOut(DueIncident incident, Preparation preparation, List<Due> deeds) {
		Progress progress = incident.progress();
		Optional<EscalationPlan> plan = plan(incident);
		if (plan.isEmpty()) {
			this.paging.pageInstallation(incident, preparation);
			return DueMove.idle(incident.id(), progress.position(), "NO_POLICY", progress.skipped());
		}
		Turn turn = Turn.of(plan.get(), progress, preparation.at(), (step) -> this.gates.open(incident.facts(), step));
		turn.skipped().forEach((step) -> this.paging.saySkipped(incident, step));
		if (!turn.carriedOut().isEmpty()) {
			turn.carriedOut().forEach((step) -> deeds.add(new Due(incident, step)));
			this.paging.page(incident, turn.carriedOut(), FactsGathering.next(plan.get(), turn), preparation);
		}
		if (turn.dueAt() != null) {
			return DueMove.to(incident.id(), turn.next(), turn.dueAt(), turn.waiting());
		}
		if (!turn.isInVain(progress)) {
			this.paging.sayExhausted(incident);
		}
		return DueMove.idle(incident.id(), turn.next(), "POLICY_EXHAUSTED", turn.waiting());
	}

	// One policy that cannot be read must not keep a hundred incidents from being paged.
	private Optional<EscalationPlan> plan(DueIncident incident) {
		if (incident.plan().policy() == null) {
			return Optional.empty();
		}
		try {
			return this.policies.plan(incident.plan().policy(), incident.plan().others(), incident.severity());
		}
		catch (DataAccessException failure) {
			throw failure;
		}
		catch (RuntimeException failure) {
			log.error("The policy of incident {} cannot be read", incident.id(), failure);
			return Optional.empty();
		}
	}

	private void raise(Due due, Instant at) {
		for (Deed deed : due.step().step().deeds()) {
			if (deed instanceof Deed.Raise(String severity)) {
				this.escalations.raise(due.incident().id(), severity, at);
			}
		}
	}

	private void declare(Due due) {
		for (Deed deed : due.step().step().deeds()) {
			if (deed instanceof Deed.Declare declare) {
				this.declaring.declare(new StepDeclaring.Asked(due.incident().id(), due.incident().progress().run(),
						due.incident().severity(), due.step().step().index(), declare));
			}
		}
	}

	/**
	 * A step that does something to its incident itself, when all have moved.
	 */
	private record Due(DueIncident incident, DueStep step) {
	}

}
