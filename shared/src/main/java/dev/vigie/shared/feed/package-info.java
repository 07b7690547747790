/**
 * The one mechanism that carries what must not be lost between services (http-feeds.org,
 * CloudEvents 1.0).
 */
@NullMarked
package dev.vigie.shared.feed;

import org.jspecify.annotations.NullMarked;
