/**
 * The six programs as six contexts of one JVM that share nothing but the JVM.
 */
@NullMarked
package dev.vigie.allinone.suite;

import org.jspecify.annotations.NullMarked;
