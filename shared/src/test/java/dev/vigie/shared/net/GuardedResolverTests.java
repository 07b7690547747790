package dev.vigie.shared.net;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class GuardedResolverTests {

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd12::1", "::ffff:10.0.0.1" })
	void refusesWhatIsNotPublic(String address) {
		assertThatExceptionOfType(GuardedResolver.PrivateAddress.class)
			.isThrownBy(() -> new GuardedResolver(false).resolve(address));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111" })
	void letsPublicAddressesThrough(String address) throws UnknownHostException {
		assertThat(new GuardedResolver(false).resolve(address)).containsExactly(InetAddress.getByName(address));
	}

	@Test
	void letsPrivateAddressesThroughWhereTheyAreAllowed() throws UnknownHostException {
		assertThat(new GuardedResolver(true).resolve("127.0.0.1")).isNotEmpty();
		assertThat(new GuardedResolver(true).resolve("10.1.2.3")).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "169.254.169.254", "fe80::1" })
	void refusesWhereCloudsKeepCredentialsEvenThen(String address) {
		assertThatExceptionOfType(GuardedResolver.PrivateAddress.class)
			.isThrownBy(() -> new GuardedResolver(true).resolve(address));
	}

}
