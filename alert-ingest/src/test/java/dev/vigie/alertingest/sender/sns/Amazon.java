package dev.vigie.alertingest.sender.sns;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Puts {@link FakeAmazon} where SNS is.
 */
@TestConfiguration(proxyBeanMethods = false)
public class Amazon {

	@Bean
	@Primary
	FakeAmazon fakeAmazon() {
		return new FakeAmazon();
	}

}
