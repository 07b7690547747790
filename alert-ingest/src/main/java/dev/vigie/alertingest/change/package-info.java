/**
 * Changes: deployments and the like that senders tell of, to be seen beside incidents.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "integration")
package dev.vigie.alertingest.change;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
