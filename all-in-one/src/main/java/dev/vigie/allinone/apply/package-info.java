/**
 * {@code vigie apply}: a set of YAML documents, validated whole and applied in order.
 */
@NullMarked
package dev.vigie.allinone.apply;

import org.jspecify.annotations.NullMarked;
