package dev.vigie.alertingest.sender.sns;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.sender.Bodies;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.sns.SnsSettings.InsufficientData;

import static org.assertj.core.api.Assertions.assertThat;

class SnsParserTests {

	private static final String ARN = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-5xx";

	private final FakeAmazon amazon = new FakeAmazon();

	private final SnsParser parser = new SnsParser(new SnsProof(new Certificates(this.amazon)),
			new Subscriptions(this.amazon));

	@Test
	void readsAnAlarm() {
		Reading reading = fixture("sns/cloudwatch-alarm-v2");
		AlertChange change = Bodies.only(reading);
		assertThat(change.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(change.fingerprint()).isEqualTo(ARN);
		assertThat(change.labels()).isEqualTo(Map.of("alertname", "checkout-5xx", "account", "123456789012", "region",
				"eu-west-1", "namespace", "AWS/ApplicationELB", "metric", "HTTPCode_ELB_5XX_Count", "LoadBalancer",
				"app/checkout/50dc6c495c0c9188"));
		assertThat(change.annotations()).containsEntry("description", "ALB 5xx above 1 % – siehe Runbook")
			.containsEntry("summary", "checkout-5xx is in state ALARM")
			.hasEntrySatisfying("reason", (reason) -> assertThat(reason).startsWith("Threshold Crossed"));
		assertThat(change.statedAt()).isEqualTo(Instant.parse("2025-10-01T10:03:12.345Z"));
		assertThat(change.startsAt()).isEqualTo(change.statedAt());
		assertThat(change.generatorUrl()).isEqualTo("https://eu-west-1.console.aws.amazon.com/cloudwatch/home"
				+ "?region=eu-west-1#alarmsV2:alarm/checkout-5xx");
		assertThat(reading.parts().getFirst().group().key()).isEqualTo(ARN);
		assertThat(reading.note()).isNull();
	}

	@Test
	void endsAnAlarmThatIsOk() {
		AlertChange change = Bodies.only(fixture("sns/cloudwatch-ok-v1"));
		assertThat(change.verb()).isEqualTo(AlertVerb.RESOLVED);
		assertThat(change.fingerprint()).isEqualTo(ARN);
		assertThat(change.endsAt()).isEqualTo(Instant.parse("2025-10-01T10:21:12.345Z")).isEqualTo(change.statedAt());
	}

	@Test
	void leavesAnAlarmWithoutEnoughDataAsItIs() {
		Reading reading = fixture("sns/cloudwatch-insufficient-data-v2");
		assertThat(reading.alerts()).isZero();
		assertThat(reading.note()).isEqualTo("Alarm checkout-5xx has not enough data and stays as it is");
	}

	@Test
	void makesOfTooLittleDataWhatTheSettingsSay() {
		AlertChange fires = Bodies.only(Bodies.to(this.parser)
			.with(SnsBodies.settings(InsufficientData.FIRE))
			.fixture("sns/cloudwatch-insufficient-data-v2"));
		assertThat(fires.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(fires.fingerprint()).isEqualTo(ARN);
		assertThat(fires.labels()).containsEntry("vigie_kind", "no-data");
		AlertChange ends = Bodies.only(Bodies.to(this.parser)
			.with(SnsBodies.settings(InsufficientData.RESOLVE))
			.fixture("sns/cloudwatch-insufficient-data-v2"));
		assertThat(ends.verb()).isEqualTo(AlertVerb.RESOLVED);
	}

	@ParameterizedTest
	@CsvSource({ "OK, KEEP, true", "INSUFFICIENT_DATA, KEEP, false", "INSUFFICIENT_DATA, FIRE, false",
			"INSUFFICIENT_DATA, RESOLVE, true", "ALARM, KEEP, false" })
	void beginsALifeOnlyAfterAStateThatEndedOne(String before, InsufficientData insufficient, boolean begins) {
		String message = SnsBodies.message("sns/cloudwatch-alarm-v2")
			.replace("\"OldStateValue\":\"OK\"", "\"OldStateValue\":\"" + before + "\"");
		AlertChange change = Bodies.only(Bodies.to(this.parser)
			.with(SnsBodies.settings(insufficient))
			.read(SnsBodies.notification(null, message), Map.of()));
		assertThat(change.startsAt() != null).isEqualTo(begins);
		assertThat(change.statedAt()).isNotNull();
	}

	@Test
	void readsACompositeAlarm() {
		AlertChange change = Bodies.only(fixture("sns/cloudwatch-composite-v2"));
		assertThat(change.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(change.labels())
			.isEqualTo(Map.of("alertname", "checkout-composite", "account", "123456789012", "region", "eu-west-1"));
		assertThat(change.annotations()).containsEntry("alarm_rule", "ALARM(checkout-5xx) OR ALARM(checkout-latency)")
			.containsEntry("triggered_by", ARN);
	}

	@Test
	void readsAHealthCheckOfRoute53() {
		AlertChange change = Bodies.only(fixture("sns/route53-health-alarm-v1"));
		assertThat(change.labels()).containsEntry("alertname", "www.example.org-health")
			.containsEntry("namespace", "AWS/Route53")
			.containsEntry("metric", "HealthCheckStatus")
			.containsEntry("region", "us-east-1")
			.containsEntry("HealthCheckId", "0f8f1f5e-1111-4222-8333-abcdefabcdef");
	}

	@Test
	void readsMetricMath() {
		AlertChange change = only("""
				{"AlarmName": "rate", "NewStateValue": "ALARM", "AWSAccountId": "123456789012",
				 "Trigger": {"Metrics": [{"Expression": "m2/m1", "Id": "e1", "ReturnData": true},
				  {"Id": "m1", "MetricStat": {"Metric": {"Namespace": "AWS/EC2", "MetricName": "Hits",
				   "Dimensions": [{"name": "InstanceId", "value": "i-1"}]}}}]}}
				""");
		assertThat(change.labels()).containsEntry("namespace", "AWS/EC2")
			.containsEntry("metric", "Hits")
			.containsEntry("InstanceId", "i-1")
			.containsEntry("instance", "i-1");
		assertThat(change.annotations()).containsEntry("expression", "m2/m1");
	}

	@Test
	void namesAnAlarmWithoutArnAsItsArnWould() {
		String message = SnsBodies.message("sns/cloudwatch-alarm-v2").replace("\"AlarmArn\":\"" + ARN + "\",", "");
		assertThat(message).doesNotContain("AlarmArn");
		assertThat(only(message).fingerprint()).isEqualTo(ARN);
	}

	@Test
	void letsNoDimensionTakeTheNameOfTheAlarm() {
		assertThat(only("""
				{"AlarmName": "a", "NewStateValue": "ALARM",
				 "Trigger": {"Dimensions": [{"name": "alertname", "value": "b"}, null, 3, {"name": "c"}]}}
				""").labels()).containsEntry("alertname", "a").containsEntry("account", "123456789012");
	}

	@Test
	void takesTheTimeOfTheEnvelopeForOneThatIsMissingAndNoneForOneThatIsNone() {
		assertThat(only("{\"AlarmName\": \"a\", \"NewStateValue\": \"OK\"}").statedAt())
			.isEqualTo(Instant.parse("2026-11-21T08:59:00Z"));
		assertThat(only("{\"AlarmName\": \"a\", \"NewStateValue\": \"OK\", \"StateChangeTime\": \"soon\"}").statedAt())
			.isNull();
	}

	@Test
	void readsAnAlarmThatEventBridgeForwards() {
		AlertChange change = only("""
				{"version": "0", "detail-type": "CloudWatch Alarm State Change", "source": "aws.cloudwatch",
				 "account": "123456789012", "time": "2025-10-01T10:03:13Z", "region": "eu-west-1",
				 "resources": ["%s"], "detail": {"alarmName": "checkout-5xx",
				  "state": {"value": "ALARM", "reason": "too many", "timestamp": "2025-10-01T10:03:12.345+0000"},
				  "previousState": {"value": "OK"}, "configuration": {"description": "5xx", "metrics": [{"id": "m1",
				   "metricStat": {"metric": {"namespace": "AWS/EC2", "name": "Hits",
				    "dimensions": {"InstanceId": "i-1"}}}}]}}}
				""".formatted(ARN));
		assertThat(change.fingerprint()).isEqualTo(ARN);
		assertThat(change.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(change.startsAt()).isEqualTo(Instant.parse("2025-10-01T10:03:12.345Z"));
		assertThat(change.labels()).containsEntry("metric", "Hits").containsEntry("instance", "i-1");
		assertThat(change.annotations()).containsEntry("reason", "too many").containsEntry("description", "5xx");
	}

	@Test
	void namesPlainTextAfterItsSubjectOrFirstLine() {
		AlertChange change = Bodies.only(fixture("sns/plain-text-no-subject-v1"));
		assertThat(change.labels())
			.isEqualTo(Map.of("alertname", "Deploy of checkout failed — 日本語 🔥", "topic", "incidents"));
		assertThat(change.annotations()).containsEntry("description",
				"Deploy of checkout failed — 日本語 🔥\nsecond line");
		assertThat(change.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(change.validUntil()).isNull();
		AlertChange other = Bodies.only(read("Deploy", "something else"));
		assertThat(other.labels()).containsEntry("alertname", "Deploy");
		assertThat(other.fingerprint()).isNotEqualTo(change.fingerprint())
			.isEqualTo(Bodies.only(read("Deploy", "and another text")).fingerprint());
	}

	@Test
	void namesOtherJsonAsFarAsItSaysWhatItIs() {
		assertThat(only("{\"detail-type\": \"EC2 Instance State-change Notification\"}").labels())
			.containsEntry("alertname", "EC2 Instance State-change Notification");
		assertThat(only("{ not JSON").labels()).containsEntry("alertname", "{ not JSON");
		assertThat(only("").labels()).containsEntry("alertname", "incidents");
		assertThat(only("x".repeat(1000)).labels().get("alertname")).hasSize(200);
	}

	@Test
	void notesAStateThatNobodyKnows() {
		assertThat(read(null, "{\"AlarmName\": \"a\", \"NewStateValue\": \"MAYBE\"}").note())
			.isEqualTo("Alarm a is in state MAYBE, which means nothing");
	}

	@Test
	void takesOutWhatCannotBeStored() {
		Reading reading = read("a\u0000b", "c\ud800d");
		assertThat(Bodies.only(reading).labels()).containsEntry("alertname", "ab");
		assertThat(reading.note()).isEqualTo("Characters that cannot be stored were taken out");
	}

	@Test
	void readsARawDeliveryAlsoWithoutItsHeaders() {
		Bodies bodies = Bodies.to(this.parser).with(SnsBodies.raw());
		byte[] message = SnsBodies.message("sns/cloudwatch-alarm-v2").getBytes(StandardCharsets.UTF_8);
		Reading delivered = bodies.read(message, SnsBodies.rawHeaders());
		assertThat(Bodies.only(delivered).fingerprint()).isEqualTo(ARN);
		assertThat(bodies.read(message, Map.of())).isEqualTo(delivered);
		assertThat(bodies.only("disk full").labels()).containsEntry("alertname", "disk full");
	}

	@Test
	void boundsAnIdentityThatIsTooLong() {
		assertThat(only("{\"AlarmName\": \"%s\", \"NewStateValue\": \"OK\"}".formatted("x".repeat(600))).fingerprint())
			.hasSize(16);
	}

	@DisplayName("Check 14: test buttons and confirmations are in the log and page nobody")
	@Test
	void pagesNobodyForWhatIsAboutTheSubscription() {
		assertThat(fixture("sns/subscription-confirmation-v2"))
			.isEqualTo(Reading.nothing("SNS asks to confirm the subscription to " + SnsBodies.TOPIC));
		assertThat(Bodies.to(this.parser)
			.with(SnsBodies.settings())
			.read(SnsBodies.changed("sns/subscription-confirmation-v2", "Type", "UnsubscribeConfirmation"), Map.of()))
			.isEqualTo(Reading.nothing("The subscription to %s was ended".formatted(SnsBodies.TOPIC)));
		assertThat(this.amazon.asked()).isEmpty();
	}

	@Test
	void showsHowToSubscribe() {
		String url = "https://vigie.example/integrations/v1/sns/key/";
		assertThat(
				this.parser.setup(new IntegrationAddress("aws", "https://vigie.example", url, "key")).getFirst().text())
			.contains("--protocol https", url);
	}

	private AlertChange only(String message) {
		return Bodies.only(read(null, message));
	}

	private Reading read(@Nullable String subject, String message) {
		return Bodies.to(this.parser)
			.with(SnsBodies.settings())
			.read(SnsBodies.notification(subject, message), Map.of());
	}

	private Reading fixture(String name) {
		return Bodies.to(this.parser).with(SnsBodies.settings()).fixture(name);
	}

}
