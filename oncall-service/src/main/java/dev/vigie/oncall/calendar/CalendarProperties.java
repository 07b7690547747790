package dev.vigie.oncall.calendar;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What calendars may be fetched.
 *
 * @param allowPrivateAddresses whether a calendar may come from the network this program
 * stands in
 * @param timeout how long one may take, from the first look to its last line
 * @param largest the largest that is read, fetched or uploaded
 */
@ConfigurationProperties("vigie.calendar")
record CalendarProperties(@DefaultValue("false") boolean allowPrivateAddresses, @DefaultValue("30s") Duration timeout,
		@DefaultValue("10MB") DataSize largest) {
}
