package dev.vigie.alertingest.delivery;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PackingTests {

	private static final byte[] LONG = "{\"status\": \"firing\"}".repeat(1000).getBytes(StandardCharsets.UTF_8);

	@Test
	void packsLongBodiesAndGivesThemBack() {
		byte[] packed = Packing.pack(LONG);
		assertThat(packed.length).isLessThan(LONG.length / 10);
		assertThat(Packing.unpack(packed)).isEqualTo(LONG);
	}

	@Test
	void keepsShortBodiesAsTheyAre() {
		byte[] body = { '{', '}' };
		assertThat(Packing.pack(body)).isSameAs(body);
		assertThat(Packing.unpack(body)).isEqualTo(body);
	}

	@Test
	void givesBackABodyThatWasPackedAlready() {
		byte[] sent = Packing.pack(LONG);
		assertThat(Packing.unpack(Packing.pack(sent))).isEqualTo(sent);
	}

}
