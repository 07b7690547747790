package dev.vigie.gateway.login;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/**
 * Keeps browser sessions in the database. What an older release wrote and this one cannot
 * read is forgotten: the person signs in again instead of seeing errors.
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "browser_session", maxInactiveIntervalInSeconds = SessionConfiguration.TWELVE_HOURS)
class SessionConfiguration {

	static final int TWELVE_HOURS = 43_200;

	private static final Logger log = LoggerFactory.getLogger(SessionConfiguration.class);

	@Bean
	@SuppressWarnings("NullAway") // a converter may answer null
	ConversionService springSessionConversionService() {
		GenericConversionService values = new GenericConversionService();
		DeserializingConverter reader = new DeserializingConverter(SessionConfiguration.class.getClassLoader());
		values.addConverter(Object.class, byte[].class, new SerializingConverter());
		values.addConverter(byte[].class, Object.class, (bytes) -> readOrForget(reader, bytes));
		return values;
	}

	private static @Nullable Object readOrForget(DeserializingConverter reader, byte[] bytes) {
		try {
			return reader.convert(bytes);
		}
		catch (SerializationFailedException older) {
			log.info("Forgot part of a browser session that this release cannot read");
			return null;
		}
	}

}
