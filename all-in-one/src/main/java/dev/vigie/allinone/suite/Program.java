package dev.vigie.allinone.suite;

import java.util.function.Supplier;

import org.springframework.boot.builder.SpringApplicationBuilder;

import dev.vigie.alertingest.AlertIngestApplication;
import dev.vigie.escalation.EscalationApplication;
import dev.vigie.gateway.GatewayApplication;
import dev.vigie.oncall.OncallApplication;
import dev.vigie.postmortem.PostmortemApplication;
import dev.vigie.runbook.RunbookApplication;

/**
 * The six programs, callees before callers.
 */
public enum Program {

	ALERT_INGEST(AlertIngestApplication::builder, "ALERT_INGEST_URL"),

	ONCALL(OncallApplication::builder, "ONCALL_URL"),

	RUNBOOK(RunbookApplication::builder, "RUNBOOK_URL"),

	ESCALATION(EscalationApplication::builder, "ESCALATION_URL"),

	POSTMORTEM(PostmortemApplication::builder, "POSTMORTEM_URL"),

	GATEWAY(GatewayApplication::builder, "GATEWAY_URL");

	private final Supplier<SpringApplicationBuilder> builder;

	private final String addressSetting;

	Program(Supplier<SpringApplicationBuilder> builder, String addressSetting) {
		this.builder = builder;
		this.addressSetting = addressSetting;
	}

	SpringApplicationBuilder builder() {
		return this.builder.get();
	}

	/**
	 * The setting that tells the others where this program is.
	 */
	String addressSetting() {
		return this.addressSetting;
	}

}
