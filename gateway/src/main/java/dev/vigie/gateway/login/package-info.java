/**
 * Sign-in: the authorization server, its pages, and the browser that is its client.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "account", "signing" })
package dev.vigie.gateway.login;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
