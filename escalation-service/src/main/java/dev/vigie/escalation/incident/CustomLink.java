package dev.vigie.escalation.incident;

/**
 * Something to look at because of an incident.
 */
record CustomLink(String name, String url) {
}
