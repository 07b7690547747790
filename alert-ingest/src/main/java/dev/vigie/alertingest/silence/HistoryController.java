package dev.vigie.alertingest.silence;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.alert.MutedAlerts;
import dev.vigie.shared.document.Names;

/**
 * What a silence has done, also one that is removed by now.
 */
@RestController
class HistoryController {

	private static final int MOST_WINDOWS = 50;

	private static final int MOST_ALERTS = 200;

	private final WindowTable windows;

	private final MutedAlerts alerts;

	HistoryController(WindowTable windows, MutedAlerts alerts) {
		this.windows = windows;
		this.alerts = alerts;
	}

	@GetMapping(SilenceAccess.PATH + "/{name}/history")
	History history(@PathVariable String name) {
		Names.check("name", name);
		return new History(this.windows.newest(name, MOST_WINDOWS),
				this.alerts.mutedBy(SilenceMuting.reason(name), MOST_ALERTS));
	}

	/**
	 * Its newest windows, and the newest alerts it kept from being told.
	 */
	record History(List<WindowTable.Past> windows, List<MutedAlerts.Life> alerts) {
	}

}
