package dev.vigie.allinone.contract;

import tools.jackson.databind.json.JsonMapper;

import dev.vigie.alertingest.AlertIngestApplication;

/**
 * An alert-ingest whose one integration, {@code alertmanager} of team {@code ops}, is
 * told what an Alertmanager would tell.
 */
public final class Alertmanager implements AutoCloseable {

	private final Provider ingest = Provider.start(AlertIngestApplication.builder());

	private final String path;

	private Alertmanager() {
		this.ingest.put("/api/v1/integrations/alertmanager", """
				{"type": "alertmanager", "team": "ops"}""");
		String answer = this.ingest.get("/api/v1/integrations/alertmanager");
		String url = JsonMapper.shared().readTree(answer).get("url").asString();
		this.path = url.substring(Provider.ISSUER.length());
	}

	public static Alertmanager start() {
		return new Alertmanager();
	}

	/**
	 * The program that was told.
	 */
	public Provider ingest() {
		return this.ingest;
	}

	/**
	 * Says how the alert {@code DiskFull} is, with some alerts more that do not fit.
	 */
	public void tells(String status, String summary, int hidden) {
		this.ingest.post(this.path,
				"""
						{"version": "4", "groupKey": "{}:{alertname=\\"DiskFull\\"}", "truncatedAlerts": %3$d, "status": "%1$s",
						"receiver": "vigie", "groupLabels": {"alertname": "DiskFull"}, "commonLabels": {"alertname": "DiskFull"},
						"commonAnnotations": {}, "externalURL": "http://alertmanager.example:9093",
						"alerts": [{"status": "%1$s", "labels": {"alertname": "DiskFull", "host": "db1"},
						"annotations": {"summary": "%2$s"}, "startsAt": "2026-03-02T11:50:00Z", "endsAt": "%4$s",
						"generatorURL": "http://prometheus.example:9090/graph", "fingerprint": "00a1"}]}"""
					.formatted(status, summary, hidden,
							status.equals("firing") ? "0001-01-01T00:00:00Z" : "2026-03-02T11:59:00Z"));
	}

	@Override
	public void close() {
		this.ingest.close();
	}

}
