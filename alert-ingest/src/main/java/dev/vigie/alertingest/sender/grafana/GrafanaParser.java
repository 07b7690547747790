package dev.vigie.alertingest.sender.grafana;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;
import dev.vigie.alertingest.sender.AlertsGroup;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.ListedAlert;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.Reading.Part;
import dev.vigie.alertingest.sender.SenderParser;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Reads the webhook of Grafana Alerting and its contact point for OnCall, which posts the
 * same. A fingerprint is taken as given: Grafana computes it over labels it does not
 * send.
 */
@Component
class GrafanaParser implements SenderParser {

	static final String TEST = "Grafana's test button; nobody is paged";

	/**
	 * The group of a test is named after the contact point, the alert and the moment;
	 * that of a real one begins with the matchers of a route.
	 */
	private static final Pattern TEST_GROUP = Pattern.compile("[^{].*-([0-9a-f]{1,16})-\\d{9,11}", Pattern.DOTALL);

	@Override
	public String type() {
		return "grafana";
	}

	@Override
	public Set<String> aliases() {
		return Set.of("grafana_alerting");
	}

	@Override
	public Class<?> settings() {
		return GrafanaSettings.class;
	}

	@Override
	public List<Setup> setup(IntegrationAddress address) {
		return GrafanaSetup.pieces(address);
	}

	@Override
	public void verify(Inbound inbound) {
		GrafanaSettings settings = inbound.integration().settings(GrafanaSettings.class);
		if (settings.hmac() != null) {
			GrafanaSignature.check(inbound, settings.hmac());
		}
	}

	@Override
	public Reading read(Inbound inbound) {
		try {
			AlertsGroup body = AlertsGroup.read(inbound.body(), GrafanaAlert.FIELDS);
			if (!body.isOne()) {
				DashboardAlert alert = new DashboardAlert(inbound.body());
				if (alert.isOne()) {
					return alert.reading();
				}
			}
			return reading(body, inbound.receivedAt());
		}
		catch (Invalid unreadable) {
			List<FieldError> errors = new ArrayList<>(unreadable.errors());
			errors.add(new FieldError("",
					"If the contact point has a custom payload, let it post to an integration of type generic"));
			throw new Invalid(errors);
		}
	}

	private static Reading reading(AlertsGroup body, Instant receivedAt) {
		Group group = body.group();
		if (isTest(group, body.alerts())) {
			return Reading.nothing(TEST);
		}
		Map<Group, List<AlertChange>> parts = new LinkedHashMap<>();
		// Also without alerts of its own: the number of hidden ones belongs to it.
		parts.put(group, new ArrayList<>());
		for (ListedAlert listed : body.alerts()) {
			GrafanaAlert alert = new GrafanaAlert(listed);
			Group outage = alert.outage();
			parts.computeIfAbsent((outage != null) ? outage : group, (_) -> new ArrayList<>())
				.add(alert.change(body.status(), receivedAt));
		}
		return Reading.of(parts.entrySet().stream().map((part) -> new Part(part.getKey(), part.getValue())).toList())
			.cleaned(body.cleaned());
	}

	private static boolean isTest(Group group, List<ListedAlert> alerts) {
		Matcher key = TEST_GROUP.matcher(group.key());
		return key.matches() && alerts.stream()
			.anyMatch((alert) -> "TestAlert".equals(alert.labels().get("alertname"))
					|| alert.identity().equals(key.group(1)));
	}

}
