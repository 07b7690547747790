package dev.vigie.testsupport;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArchitectureRulesTests {

	private static final String PLANTED = "dev.vigie.testsupport.planted";

	@ParameterizedTest
	@CsvSource({ "ReadsTheMachinesClock, InstantSource", "CallsInsideTransaction, row locks",
			"PageService, says what a thing is" })
	void failOnAPlantedFault(String fault, String reason) throws ClassNotFoundException {
		JavaClasses classes = new ClassFileImporter().importClasses(Class.forName(PLANTED + "." + fault));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ArchitectureRules.verifyClasses(classes, PLANTED))
			.withMessageContaining(reason)
			.withMessageContaining(fault);
	}

	@Test
	void failOnAnotherProgramsCode() {
		JavaClasses classes = new ClassFileImporter().importClasses(ArchitectureRulesTests.class);
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> ArchitectureRules.verifyClasses(classes, "dev.vigie.elsewhere"))
			.withMessageContaining("REST and feeds");
	}

}
