package dev.vigie.gateway.login;

import java.util.List;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

import dev.vigie.gateway.account.Identity;
import dev.vigie.gateway.account.SignIns;

/**
 * Checks name and password of the sign-in form.
 */
class PasswordCheck implements AuthenticationProvider {

	private final SignIns signIns;

	PasswordCheck(SignIns signIns) {
		this.signIns = signIns;
	}

	@Override
	public Authentication authenticate(Authentication form) {
		String password = String.valueOf(form.getCredentials());
		Identity identity = this.signIns.signIn(form.getName(), password)
			.orElseThrow(() -> new BadCredentialsException("Wrong name or password, or too many attempts"));
		return UsernamePasswordAuthenticationToken.authenticated(identity.name(), null, List.of());
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

}
