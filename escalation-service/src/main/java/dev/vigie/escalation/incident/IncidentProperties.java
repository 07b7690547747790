package dev.vigie.escalation.incident;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How incidents behave.
 *
 * @param reopenWindow how soon after an incident was resolved a new episode of one of its
 * alerts reopens it
 */
@ConfigurationProperties("vigie.incident")
record IncidentProperties(@DefaultValue("15m") Duration reopenWindow) {
}
