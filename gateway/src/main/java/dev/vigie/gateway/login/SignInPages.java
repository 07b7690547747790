package dev.vigie.gateway.login;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import dev.vigie.gateway.account.Identity;
import dev.vigie.gateway.account.SignIns;
import dev.vigie.shared.problem.Invalid;

/**
 * The pages of the sign-in: name and password, and a password of one's own.
 */
@Controller
class SignInPages {

	private static final String PASSWORD_PAGE = "gateway/login/password";

	private final SignIns signIns;

	private final SignIn signIn;

	SignInPages(SignIns signIns, SignIn signIn) {
		this.signIns = signIns;
		this.signIn = signIn;
	}

	@GetMapping("/login")
	String form() {
		return "gateway/login/login";
	}

	@GetMapping("/password")
	String choose(HttpServletRequest request, Model page) {
		this.signIn.current(request)
			.ifPresent((identity) -> page.addAttribute("oneTime", identity.mustChangePassword()));
		return PASSWORD_PAGE;
	}

	@PostMapping("/password")
	String change(@RequestParam String present, @RequestParam String chosen, @RequestParam String repeated,
			Authentication signedIn, HttpServletRequest request, Model page, HttpServletResponse response) {
		if (!chosen.equals(repeated)) {
			return again(page, "password.differ");
		}
		if (chosen.equals(present)) {
			return again(page, "password.same");
		}
		Optional<Identity> changed;
		try {
			changed = this.signIns.changePassword(signedIn.getName(), present, chosen);
		}
		catch (Invalid refused) {
			return again(page, "password.rule");
		}
		if (changed.isEmpty()) {
			return again(page, "password.wrong");
		}
		this.signIn.remember(request, changed.get());
		SavedRequest wanted = this.signIn.requests().getRequest(request, response);
		return "redirect:" + ((wanted != null) ? wanted.getRedirectUrl() : "/");
	}

	private static String again(Model page, String reason) {
		page.addAttribute("reason", reason);
		return PASSWORD_PAGE;
	}

}
