package dev.vigie.allinone.up;

import java.nio.file.Path;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The log of all programs, in the data directory; the console only gets one line of what
 * a person should know.
 */
final class LogFile {

	private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{40} - %msg%n%ex";

	private static final String NAME = "vigie.log";

	private LogFile() {
	}

	static void open(Path home) {
		if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
			return;
		}
		SLF4JBridgeHandler.removeHandlersForRootLogger();
		SLF4JBridgeHandler.install(); // Tomcat's own words
		Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
		root.detachAppender(NAME);
		RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
		appender.setContext(context);
		appender.setName(NAME);
		appender.setFile(home.resolve(NAME).toString());
		PatternLayoutEncoder lines = new PatternLayoutEncoder();
		lines.setContext(context);
		lines.setPattern(PATTERN);
		lines.start();
		appender.setEncoder(lines);
		limit(appender, context, home);
		appender.start();
		root.addAppender(appender);
	}

	private static void limit(RollingFileAppender<ILoggingEvent> appender, LoggerContext context, Path home) {
		FixedWindowRollingPolicy files = new FixedWindowRollingPolicy();
		files.setContext(context);
		files.setParent(appender);
		files.setFileNamePattern(home.resolve(NAME) + ".%i");
		files.setMaxIndex(5);
		files.start();
		SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
		size.setContext(context);
		size.setMaxFileSize(FileSize.valueOf("20MB"));
		size.start();
		appender.setRollingPolicy(files);
		appender.setTriggeringPolicy(size);
	}

}
