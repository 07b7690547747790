package dev.vigie.gateway.account;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AccountTests {

	static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	private final Account account = new Account("ada", null, Role.RESPONDER, NOON);

	@Test
	void fourWrongPasswordsCostNothing() {
		failures(4);
		assertThat(this.account.isLocked(NOON)).isFalse();
	}

	@Test
	void eachFurtherWrongPasswordDoublesTheWait() {
		failures(5);
		assertThat(this.account.isLocked(NOON.plusSeconds(29))).isTrue();
		assertThat(this.account.isLocked(NOON.plusSeconds(30))).isFalse();
		failures(1);
		assertThat(this.account.isLocked(NOON.plusSeconds(59))).isTrue();
		assertThat(this.account.isLocked(NOON.plusSeconds(60))).isFalse();
	}

	@Test
	void theWaitNeverPassesSixteenMinutes() {
		failures(100);
		assertThat(this.account.isLocked(NOON.plus(Duration.ofMinutes(16)))).isFalse();
	}

	@Test
	void signingInForgetsTheFailures() {
		failures(5);
		this.account.signedIn();
		assertThat(this.account.isLocked(NOON)).isFalse();
	}

	@Test
	void newPasswordAndDeactivationEndBrowserSessions() {
		this.account.setPassword("x", false);
		assertThat(this.account.identity().epoch()).isEqualTo(1);
		this.account.assign(null, Role.VIEWER, true);
		assertThat(this.account.identity().epoch()).isEqualTo(1);
		this.account.assign(null, Role.VIEWER, false);
		assertThat(this.account.identity().epoch()).isEqualTo(2);
	}

	@Test
	void eachRoleHasTheScopesOfTheOneBefore() {
		assertThat(Role.VIEWER.scopes()).allMatch((scope) -> scope.endsWith(":read")).doesNotContain("feed:read");
		assertThat(Role.RESPONDER.scopes()).containsAll(Role.VIEWER.scopes()).contains("incidents:write");
		assertThat(Role.MANAGER.scopes()).containsAll(Role.RESPONDER.scopes()).contains("config:write");
		assertThat(Role.ADMIN.scopes()).containsAll(Role.MANAGER.scopes()).contains("accounts:write");
	}

	private void failures(int count) {
		for (int i = 0; i < count; i++) {
			this.account.failed(NOON);
		}
	}

}
