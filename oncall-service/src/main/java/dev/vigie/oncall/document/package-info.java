/**
 * How documents of every kind change here: one at a time, compared, and told in the feed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.oncall.document;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
