/**
 * What contract tests start: the real program behind a client or a feed.
 */
package dev.vigie.allinone.contract;
