package dev.vigie.shared.listing;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ListingTests {

	@Test
	void isReadOnBehindItsLastItemWhenThereIsMore() {
		assertThat(Listing.of(List.of(1, 2, 3), 2, (number) -> number)).isEqualTo(new Listing<>(List.of(1, 2), "2"));
	}

	@Test
	void endsWhenThereIsNoMore() {
		assertThat(Listing.of(List.of(1, 2), 2, (number) -> number)).isEqualTo(new Listing<>(List.of(1, 2), null));
		assertThat(Listing.of(List.of(), 2, (number) -> number)).isEqualTo(new Listing<>(List.of(), null));
	}

	@Test
	void saysTheSameInOtherWords() {
		assertThat(Listing.of(List.of(1, 2), 1, (number) -> number).map((number) -> "no " + number))
			.isEqualTo(new Listing<>(List.of("no 1"), "1"));
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 201 })
	void refusesALimitThatMakesNoSense(int limit) {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Listing.checkLimit(limit, 200));
	}

}
