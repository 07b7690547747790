package dev.vigie.runbook;

import org.junit.jupiter.api.Test;

import dev.vigie.testsupport.ArchitectureRules;

class ArchitectureTests {

	@Test
	void keepsTheRulesOfTheHouse() {
		ArchitectureRules.verify(RunbookApplication.class);
	}

}
