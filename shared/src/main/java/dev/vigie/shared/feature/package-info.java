/**
 * Which of the libraries on the class path a program really uses.
 */
@NullMarked
package dev.vigie.shared.feature;

import org.jspecify.annotations.NullMarked;
