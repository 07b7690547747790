package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.route.Route;

/**
 * An incident whose alerts changed in the current transaction, and what is still to be
 * told of it.
 */
class Touched {

	final Incident incident;

	private final List<News> news = new ArrayList<>();

	private boolean recount;

	private boolean counted;

	private boolean fresh;

	private boolean hiddenChanged;

	private boolean prepared;

	private @Nullable Route route;

	private final Set<HeldGroup> heldBack = new LinkedHashSet<>();

	Touched(Incident incident, boolean fresh) {
		this.incident = incident;
		this.fresh = fresh;
	}

	/**
	 * @param code how it came here
	 */
	void joined(Reported reported, String code, Map<String, String> params) {
		ReportedAlert alert = reported.alert();
		this.incident.picture = (this.incident.firing == 0) ? Picture.of(alert) : this.incident.picture.and(alert);
		this.incident.firing++;
		this.news.add(new News(code, alert, reported.at(), params));
	}

	/**
	 * The alert that reopened the incident; its line is that of the reopening.
	 * @param counted whether it never stopped firing, a person having resolved the
	 * incident
	 */
	void returned(boolean counted) {
		this.incident.firing += counted ? 0 : 1;
		changed();
	}

	void updated(ReportedAlert alert, Instant at) {
		changed();
		this.news.add(new News("ALERT_UPDATED", alert, at, Map.of()));
	}

	void resolved(ReportedAlert alert, Instant at) {
		this.incident.firing = Math.max(0, this.incident.firing - 1);
		changed();
		this.news.add(new News("ALERT_RESOLVED", alert, at, (alert.endReason() != null && !alert.endReason().isEmpty())
				? Map.of("reason", alert.endReason()) : Map.of()));
	}

	/**
	 * The number of alerts that the sender held back is another.
	 * @param spread the group they belong to, if its alerts are spread
	 */
	void hidden(@Nullable HeldGroup spread) {
		if (spread != null) {
			this.heldBack.add(spread);
		}
		else {
			this.hiddenChanged = true;
		}
	}

	/**
	 * The groups that are counted here although their alerts are spread.
	 */
	List<HeldGroup> heldBack() {
		return List.copyOf(this.heldBack);
	}

	/**
	 * The incident now is what another group of the sender is about.
	 */
	void follows(Origin origin) {
		this.incident.origin = origin;
		changed();
	}

	private void changed() {
		this.recount = true;
		this.counted = false;
	}

	boolean isFresh() {
		return this.fresh;
	}

	boolean hasHiddenChanged() {
		return this.hiddenChanged;
	}

	/**
	 * Whether what the alerts have in common may have grown.
	 */
	boolean needsRecount() {
		return this.recount && !this.counted && this.incident.firing > 0;
	}

	/**
	 * The picture by the alerts as they are written now.
	 */
	void recounted(Picture picture) {
		this.incident.picture = picture;
		this.counted = true;
	}

	boolean isSettled() {
		return !this.fresh && !this.recount && !this.hiddenChanged && this.heldBack.isEmpty() && this.news.isEmpty();
	}

	List<News> news() {
		return List.copyOf(this.news);
	}

	/**
	 * Everything that many are asked for at once is known.
	 * @param route that of one that is new
	 */
	void prepared(@Nullable Route route) {
		this.prepared = true;
		this.route = route;
	}

	boolean isPrepared() {
		return this.prepared;
	}

	@Nullable Route route() {
		return this.route;
	}

	void settled() {
		this.prepared = false;
		this.route = null;
		this.news.clear();
		this.heldBack.clear();
		this.fresh = false;
		this.recount = false;
		this.counted = false;
		this.hiddenChanged = false;
	}

	/**
	 * Something about an alert that belongs on the timeline.
	 *
	 * @param params what else there is to say, such as the reason
	 */
	record News(String code, ReportedAlert alert, Instant at, Map<String, String> params) {

		boolean isLike(News other) {
			return this.code.equals(other.code) && this.params.equals(other.params);
		}

	}

}
