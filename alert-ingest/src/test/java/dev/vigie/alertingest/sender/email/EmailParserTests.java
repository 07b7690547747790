package dev.vigie.alertingest.sender.email;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.sender.Bodies;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.email.EmailSettings.Patterns;
import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmailParserTests {

	private static final EmailSettings NAGIOS = new EmailSettings(
			new Patterns("^\\*\\* PROBLEM \\w+ Alert: ", "^\\*\\* RECOVERY \\w+ Alert: ", "Alert: (\\S+)"), null);

	private final EmailParser parser = new EmailParser(
			new MailProperties(null, "127.0.0.1", "alerts.example.net", DataSize.ofMegabytes(1), 50));

	@Test
	void takesAnyMailAsAnAlertNamedByItsSubject() {
		AlertChange alert = only(null, """
				From: Backup <backup@example.net>
				To: x@alerts.example.net
				Subject: Re: Fwd: Backup of db-1 failed

				No space left on device
				""");
		assertThat(alert.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(alert.labels()).containsEntry("alertname", "Backup of db-1 failed")
			.containsEntry("from", "backup@example.net");
		assertThat(alert.annotations()).containsEntry("summary", "Backup of db-1 failed")
			.containsEntry("description", "No space left on device");
	}

	@ParameterizedTest
	@CsvSource({ "** PROBLEM Service Alert: web-1/HTTP is CRITICAL **, FIRING",
			"** RECOVERY Service Alert: web-1/HTTP is OK **, RESOLVED" })
	void tellsByThePatternsWhatEndsAndWhatBelongsTogether(String subject, AlertVerb verb) {
		AlertChange alert = only(NAGIOS, "Subject: " + subject + "\n\ntext\n");
		assertThat(alert.verb()).isEqualTo(verb);
		assertThat(alert.labels()).containsEntry("alertname", "web-1/HTTP");
	}

	@Test
	void findsTheSameIdentityWithoutAPatternForIt() {
		EmailSettings settings = new EmailSettings(new Patterns("^(PROBLEM|DOWN): ", "^(RECOVERY|UP): ", null), null);
		assertThat(only(settings, "Subject: DOWN: shop\n\n").fingerprint())
			.isEqualTo(only(settings, "Subject: UP: shop\n\n").fingerprint());
		assertThat(read(settings, "Subject: Newsletter\n\n").note())
			.isEqualTo("Neither firing nor resolved is found in it");
	}

	@Test
	void prefersPlainTextAndStripsHtml() {
		assertThat(only(null, """
				Subject: =?utf-8?Q?D=C3=A9faut?=
				MIME-Version: 1.0
				Content-Type: multipart/alternative; boundary=b

				--b
				Content-Type: text/html; charset=utf-8

				<p>markup</p>
				--b
				Content-Type: text/plain; charset=iso-8859-1
				Content-Transfer-Encoding: quoted-printable

				plein =E0 90 %
				--b--
				""").annotations()).containsEntry("summary", "Défaut").containsEntry("description", "plein à 90 %");
		assertThat(only(null, """
				Subject: x
				Content-Type: text/html

				<style>p {}</style><p>a &lt; b</p><p>c</p>
				""").annotations()).containsEntry("description", "a < b\nc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Auto-Submitted: auto-replied (vacation)", "X-Vigie: page",
			"Content-Type: multipart/report; boundary=b" })
	void refusesWhatWouldGoRoundForEver(String header) {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> read(null, header + "\nSubject: x\n\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", " \n !-eg", "Subject: =?x?Q?=?=\n\n",
			"Content-Type: multipart/mixed\n\nno parts", "Content-Type: ;;;\nSubject: a\n\nb",
			"From: <<>>\nSubject: \u0000\n\nb", "Content-Type: text/plain; charset=nothing\n\n\u0000b",
			"Content-Transfer-Encoding: base64\nSubject: c\n\n***" })
	void readsOrRefusesWhatIsHardlyAMail(String mail) {
		try {
			assertThat(only(null, mail).annotations().get("summary")).isNotBlank().doesNotContain("\0");
		}
		catch (Invalid refused) {
			assertThat(refused).hasMessageStartingWith("This cannot be read as a mail");
		}
	}

	@Test
	void saysWhichPatternIsWrong() {
		EmailSettings settings = new EmailSettings(new Patterns("(", null, null),
				new Patterns(null, "((a{50}){50}){50}", null));
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> this.parser.check(settings))
			.withMessageContaining("subject.firing: is no regular expression")
			.withMessageContaining("body.resolved: repeats too much");
	}

	@Test
	void addressesAnIntegrationInOneCaseOnly() {
		String key = "_-AbCdEfGhIjKlMnOpQrStUvWxYz0123";
		String local = MailAddress.local(key);
		assertThat(local).matches("[0-9a-f]{48}");
		assertThat(MailAddress.key(local.toUpperCase(Locale.ROOT) + "@Alerts.example.net")).contains(key);
		assertThat(MailAddress.key("postmaster@alerts.example.net")).isEmpty();
		assertThat(this.parser.setup(new IntegrationAddress("mail", "https://vigie.example.net", "", key)))
			.singleElement()
			.satisfies((piece) -> assertThat(piece.text()).isEqualTo(local + "@alerts.example.net"));
	}

	private AlertChange only(@Nullable EmailSettings settings, String mail) {
		return Bodies.only(read(settings, mail));
	}

	private Reading read(@Nullable EmailSettings settings, String mail) {
		return Bodies.to(this.parser)
			.with((settings != null) ? settings : new EmailSettings(null, null))
			.read(mail.replace("\n", "\r\n"));
	}

}
