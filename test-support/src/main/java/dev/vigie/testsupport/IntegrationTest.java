package dev.vigie.testsupport;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * A test of a whole program over a real PostgreSQL: one shared context, tables emptied
 * and the {@link SettableClock} set back before each test, no feed reader running (tests
 * call the handlers). HTTP goes through {@code MockMvcTester}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@SpringBootTest(properties = { "vigie.feed.readers-enabled=false", "vigie.workers.enabled=false" })
@AutoConfigureMockMvc
@Import(TestPlatform.class)
@ExtendWith(CleanSlate.class)
public @interface IntegrationTest {

}
