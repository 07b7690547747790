package dev.vigie.alertingest.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.SenderParser;

/**
 * All parsers by the type of integration whose bodies they read.
 */
@Component
class Parsers {

	private final Map<String, SenderParser> parsers;

	Parsers(List<SenderParser> parsers) {
		this.parsers = parsers.stream().collect(Collectors.toMap(SenderParser::type, Function.identity()));
	}

	SenderParser of(IntegrationRef integration) {
		SenderParser parser = this.parsers.get(integration.type());
		if (parser == null) {
			throw new IllegalStateException("There is no parser for " + integration.type());
		}
		return parser;
	}

}
