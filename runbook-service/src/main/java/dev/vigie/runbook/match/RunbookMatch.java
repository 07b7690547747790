package dev.vigie.runbook.match;

import org.jspecify.annotations.Nullable;

/**
 * A runbook that fits, and why.
 *
 * @param name the name of the runbook, absent when it is somebody else's page
 * @param title what it is called
 * @param version the version that fits, absent when it is somebody else's page
 * @param url where a person reads it
 * @param reason a sentence
 */
record RunbookMatch(@Nullable String name, String title, @Nullable Integer version, String url, String reason) {
}
