package dev.vigie.escalation;

import org.junit.jupiter.api.Test;

import dev.vigie.testsupport.ArchitectureRules;

class ArchitectureTests {

	@Test
	void keepsTheRulesOfTheHouse() {
		ArchitectureRules.verify(EscalationApplication.class);
	}

}
