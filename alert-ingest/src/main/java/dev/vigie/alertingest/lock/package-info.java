/**
 * Extra locks of an integration, beside the key in its address.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.alertingest.lock;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
