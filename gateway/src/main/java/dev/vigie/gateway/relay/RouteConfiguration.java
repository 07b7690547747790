package dev.vigie.gateway.relay;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.Assert;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import dev.vigie.shared.access.FreeSegments;
import dev.vigie.shared.problem.TooLarge;
import dev.vigie.shared.problem.Unavailable;

/**
 * The routes: senders and callers reach each program below the gateway's one address.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
class RouteConfiguration {

	private static final Duration COME_AGAIN = Duration.ofSeconds(5);

	@Bean
	RouterFunction<ServerResponse> programs(GatewayProperties properties) {
		RouterFunctions.Builder all = RouterFunctions.route();
		for (String senders : SenderPaths.RELAYED) {
			all.add(route(senders, RequestPredicates.path(senders), address(properties, "alert-ingest")));
		}
		all.add(route("calendars", RequestPredicates.path(CalendarPath.PATTERN),
				address(properties, CalendarPath.PROGRAM)));
		for (ProgramRoute route : ProgramRoute.ALL) {
			all.add(route(route.path(), RequestPredicates.path(route.pattern()), address(properties, route.program())));
		}
		for (String program : ProgramRoute.PROGRAMS) {
			all.add(docs(program, address(properties, program)));
		}
		return all.add(ownDocs()).build();
	}

	@Bean
	static FreeSegments freeSegments() {
		return new FreeSegments(SenderPaths.FREE);
	}

	private static RouterFunction<ServerResponse> route(String id, RequestPredicate path, URI program) {
		return GatewayRouterFunctions.route(id)
			.route(path, patiently(HandlerFunctions.http()))
			.before(BeforeFilterFunctions.uri(program))
			.build();
	}

	private static RouterFunction<ServerResponse> docs(String program, URI address) {
		return GatewayRouterFunctions.route("docs-" + program)
			.route(RequestPredicates.GET("/api/docs/" + program), patiently(HandlerFunctions.http()))
			.before(BeforeFilterFunctions.setPath("/v3/api-docs"))
			.before(BeforeFilterFunctions.uri(address))
			.build();
	}

	private static RouterFunction<ServerResponse> ownDocs() {
		return RouterFunctions.route(RequestPredicates.GET("/api/docs/gateway"),
				HandlerFunctions.forward("/v3/api-docs"));
	}

	// Senders try again after a 503; a 502 or a reset makes some of them give up.
	private static HandlerFunction<ServerResponse> patiently(HandlerFunction<ServerResponse> program) {
		return (request) -> {
			try {
				return program.handle(request);
			}
			catch (ResourceAccessException away) {
				throw explain(request, away);
			}
		};
	}

	private static RuntimeException explain(ServerRequest request, ResourceAccessException away) {
		if (request.attribute(LimitedBody.EXCEEDED).isPresent()) {
			return new TooLarge("The body is larger than this path takes");
		}
		Unavailable unavailable = new Unavailable("The program behind this path does not answer at the moment",
				COME_AGAIN);
		unavailable.initCause(away);
		return unavailable;
	}

	private static URI address(GatewayProperties properties, String program) {
		URI address = properties.programs().get(program);
		Assert.state(address != null, () -> "The setting vigie.gateway.programs." + program + " is missing");
		return address;
	}

}
