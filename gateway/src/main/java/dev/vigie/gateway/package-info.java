/**
 * The one door for people and programs: sign-in, tokens, routes and the web console.
 */
@NullMarked
package dev.vigie.gateway;

import org.jspecify.annotations.NullMarked;
