package dev.vigie.gateway.console.integrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import dev.vigie.gateway.console.integrations.IntegrationsClient.Delivery;
import dev.vigie.gateway.console.integrations.IntegrationsClient.Heartbeat;
import dev.vigie.gateway.console.integrations.IntegrationsClient.Integration;
import dev.vigie.gateway.console.integrations.IntegrationsClient.LastDelivery;
import dev.vigie.gateway.console.integrations.IntegrationsClient.Piece;
import dev.vigie.gateway.console.layout.Times;
import dev.vigie.shared.document.Names;

/**
 * All integrations, and the page of one: for whoever asks why nothing arrived.
 */
@Controller
class IntegrationsPage {

	private static final int PAGE_SIZE = 50;

	private static final int DELIVERIES = 20;

	private static final int HEARTBEATS = 500;

	private final IntegrationsClient client;

	private final Times times;

	IntegrationsPage(IntegrationsClient client, Times times) {
		this.client = client;
		this.times = times;
	}

	@GetMapping("/console/integrations")
	String all(@RequestParam(defaultValue = "") String after, Locale locale, Model page) {
		Piece<Integration> integrations = this.client.list(after, PAGE_SIZE);
		Map<String, Delivery> last = this.client.last(after, PAGE_SIZE)
			.items()
			.stream()
			.collect(Collectors.toMap(LastDelivery::integration, LastDelivery::delivery));
		Set<String> lapsed = heartbeats().stream()
			.filter((heartbeat) -> heartbeat.lapsedAt() != null)
			.map((heartbeat) -> heartbeat.spec().integration())
			.collect(Collectors.toSet());
		page.addAttribute("integrations",
				integrations.items().stream().map((integration) -> row(integration, last, lapsed, locale)).toList());
		page.addAttribute("next", integrations.next());
		return "gateway/integrations/all";
	}

	@GetMapping("/console/integrations/{name}")
	String one(@PathVariable String name, @RequestParam(required = false) @Nullable String after, Locale locale,
			Model page) {
		Integration integration = this.client.get(Names.check("name", name));
		Piece<Delivery> deliveries = this.client.deliveries(name, after, DELIVERIES);
		page.addAttribute("integration", integration);
		page.addAttribute("address", MaskedAddress.of(integration.url()));
		page.addAttribute("locks", locks(integration));
		page.addAttribute("deliveries",
				deliveries.items().stream().map((delivery) -> DeliveryView.of(delivery, this.times, locale)).toList());
		page.addAttribute("next", deliveries.next());
		page.addAttribute("heartbeats",
				heartbeats().stream()
					.filter((heartbeat) -> heartbeat.spec().integration().equals(name))
					.map((heartbeat) -> HeartbeatView.of(heartbeat, this.times, locale))
					.toList());
		// Who does not see the address may not ask for the setup, which holds the key.
		page.addAttribute("setup", (integration.url() != null) ? this.client.setup(name) : List.of());
		return "gateway/integrations/integration";
	}

	private IntegrationRow row(Integration integration, Map<String, Delivery> last, Set<String> lapsed, Locale locale) {
		Delivery delivery = last.get(integration.name());
		return new IntegrationRow(integration,
				(delivery != null) ? DeliveryView.of(delivery, this.times, locale) : null,
				lapsed.contains(integration.name()));
	}

	private static List<String> locks(Integration integration) {
		return (integration.spec().locks() == null) ? List.of()
				: integration.spec()
					.locks()
					.entrySet()
					.stream()
					.filter((lock) -> lock.getValue() != null)
					.map(Map.Entry::getKey)
					.sorted()
					.toList();
	}

	private List<Heartbeat> heartbeats() {
		List<Heartbeat> all = new ArrayList<>();
		String after = "";
		while (after != null) {
			Piece<Heartbeat> piece = this.client.heartbeats(after, HEARTBEATS);
			all.addAll(piece.items());
			after = piece.next();
		}
		return all;
	}

}
