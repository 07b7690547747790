package dev.vigie.testsupport;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.service.annotation.HttpExchange;

/**
 * The rules of the house, checked on each program's byte code.
 */
public final class ArchitectureRules {

	private static final String ROOT = "dev.vigie";

	private ArchitectureRules() {
	}

	/**
	 * Fails when the program breaks a rule of the house.
	 */
	public static void verify(Class<?> application) {
		ApplicationModules.of(application).verify();
		verifyClasses(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages(application.getPackageName()), application.getPackageName());
	}

	static void verifyClasses(JavaClasses classes, String program) {
		staysAtHome(classes, program);
		readsTheInjectedClock(classes);
		callsNobodyInsideTransactions(classes);
		namesSayWhatThingsAre(classes);
	}

	private static void staysAtHome(JavaClasses classes, String program) {
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat(new DescribedPredicate<>("belong to another program") {
				@Override
				public boolean test(JavaClass type) {
					return type.getPackageName().startsWith(ROOT + ".") && !isIn(type, program)
							&& !isIn(type, ROOT + ".shared");
				}
			})
			.because("programs talk over REST and feeds, never through each other's code")
			.check(classes);
	}

	private static boolean isIn(JavaClass type, String home) {
		return type.getPackageName().equals(home) || type.getPackageName().startsWith(home + ".");
	}

	private static void readsTheInjectedClock(JavaClasses classes) {
		DescribedPredicate<AccessTarget.MethodCallTarget> now = new DescribedPredicate<>("read the machine's clock") {
			@Override
			public boolean test(AccessTarget.MethodCallTarget target) {
				JavaClass owner = target.getOwner();
				boolean time = owner.isEquivalentTo(Instant.class) || owner.isEquivalentTo(LocalDate.class)
						|| owner.isEquivalentTo(LocalDateTime.class) || owner.isEquivalentTo(OffsetDateTime.class)
						|| owner.isEquivalentTo(ZonedDateTime.class);
				return (time && target.getName().equals("now"))
						|| (owner.isEquivalentTo(Clock.class) && target.getName().startsWith("system"))
						|| (owner.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis"));
			}
		};
		ArchRuleDefinition.noClasses()
			.should()
			.callMethodWhere(
					DescribedPredicate.describe("read the machine's clock", (call) -> now.test(call.getTarget())))
			.because("time comes from the injected InstantSource, so that tests can move it")
			.allowEmptyShould(true)
			.check(classes);
	}

	private static void callsNobodyInsideTransactions(JavaClasses classes) {
		ArchRuleDefinition.methods()
			.that()
			.areAnnotatedWith(Transactional.class)
			.or()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(Transactional.class)
			.should(new NotReachAnotherProgram())
			.because("a slow neighbour must not hold our row locks")
			.allowEmptyShould(true)
			.check(classes);
	}

	private static void namesSayWhatThingsAre(JavaClasses classes) {
		ArchRuleDefinition.noClasses()
			.should()
			.haveNameMatching(".*(Service|Impl|Manager|Helper|Utils?|Dto|Entity)")
			.orShould()
			.haveSimpleNameStartingWith("Abstract")
			.orShould()
			.haveSimpleNameStartingWith("Base")
			.because("a name says what a thing is in the words of the field")
			.allowEmptyShould(true)
			.check(classes);
	}

	/**
	 * Follows calls inside the program from a transactional method to an HTTP client.
	 */
	private static final class NotReachAnotherProgram extends ArchCondition<JavaMethod> {

		private NotReachAnotherProgram() {
			super("not reach a client of another program");
		}

		@Override
		public void check(JavaMethod method, ConditionEvents events) {
			visit(method, method, new HashSet<>(), events);
		}

		private void visit(JavaMethod start, JavaMethod method, Set<String> seen, ConditionEvents events) {
			if (!seen.add(method.getFullName())) {
				return;
			}
			method.getMethodCallsFromSelf().forEach((call) -> {
				JavaClass owner = call.getTargetOwner();
				if (isClient(owner)) {
					events.add(SimpleConditionEvent.violated(start, start.getFullName() + " reaches "
							+ call.getTarget().getFullName() + " inside its transaction"));
				}
				else if (owner.getPackageName().startsWith(ROOT)) {
					call.getTarget().resolveMember().ifPresent((next) -> visit(start, next, seen, events));
				}
			});
		}

		private static boolean isClient(JavaClass owner) {
			return owner.getName().startsWith("org.springframework.web.client.Rest")
					|| owner.isMetaAnnotatedWith(HttpExchange.class)
					|| owner.getMethods().stream().anyMatch((method) -> method.isMetaAnnotatedWith(HttpExchange.class));
		}

	}

}
