package dev.vigie.oncall.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.oncall.calendar.CopyReading.EventList;
import dev.vigie.oncall.calendar.CopyReading.Status;
import dev.vigie.oncall.schedule.Window;
import dev.vigie.shared.problem.TooLarge;

/**
 * What calendars from elsewhere hold, over HTTP.
 */
@RestController
@RequestMapping("/api/v1/calendars/{name}")
class CopyController {

	private final Refreshing refreshing;

	private final CopyReading reading;

	private final CalendarProperties properties;

	CopyController(Refreshing refreshing, CopyReading reading, CalendarProperties properties) {
		this.refreshing = refreshing;
		this.reading = reading;
		this.properties = properties;
	}

	/**
	 * How it is with the calendar's copy, and what somebody should look at.
	 */
	@GetMapping("/status")
	Status status(@PathVariable String name) {
		return this.reading.status(name);
	}

	/**
	 * What takes place, and whose it is.
	 */
	@GetMapping("/events")
	EventList events(@PathVariable String name, @RequestParam(required = false) @Nullable String from,
			@RequestParam(required = false) @Nullable String to) {
		return this.reading.events(name, Window.of(from, to));
	}

	/**
	 * Takes a text as the calendar's new copy.
	 */
	@PutMapping(path = "/content", consumes = { "text/calendar", "text/plain" })
	Status upload(@PathVariable String name, InputStream body) throws IOException {
		int largest = Math.toIntExact(this.properties.largest().toBytes());
		byte[] content = body.readNBytes(largest + 1);
		if (content.length > largest) {
			throw new TooLarge("A calendar is %d MB at most".formatted(this.properties.largest().toMegabytes()));
		}
		this.refreshing.upload(name, new String(content, StandardCharsets.UTF_8));
		return this.reading.status(name);
	}

	/**
	 * Fetches the calendar now.
	 */
	@PostMapping("/refresh")
	Status refresh(@PathVariable String name) {
		this.refreshing.fetchNow(name);
		return this.reading.status(name);
	}

}
