/**
 * Who may come in: accounts, roles, passwords and the first administrator.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.vigie.gateway.account;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
