/**
 * What a program's OpenAPI document says of the program itself.
 */
@NullMarked
package dev.vigie.shared.docs;

import org.jspecify.annotations.NullMarked;
