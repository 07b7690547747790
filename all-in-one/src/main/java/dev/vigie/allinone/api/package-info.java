/**
 * The REST API of a running Vigie, as the command line uses it.
 */
@NullMarked
package dev.vigie.allinone.api;

import org.jspecify.annotations.NullMarked;
