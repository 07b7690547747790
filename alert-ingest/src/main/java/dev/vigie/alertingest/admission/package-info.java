/**
 * Admission: while the database cannot keep up, senders are told at once to come again.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.alertingest.admission;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
