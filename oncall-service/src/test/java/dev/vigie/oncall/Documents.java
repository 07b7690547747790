package dev.vigie.oncall;

/**
 * Two people, their team and their schedule.
 */
public final class Documents {

	public static final String ADA = """
			{"displayName": "Ada", "language": "fr", "timeZone": "Europe/Paris",
			 "contactMethods": [{"type": "email", "address": "ada@example.org"}]}""";

	public static final String BOB = """
			{"displayName": "Bob", "contactMethods": [{"type": "email", "address": "bob@example.org"}]}""";

	public static final String TEAM = """
			{"displayName": "Backend", "members": [{"person": "ada", "position": "tech-lead"}, {"person": "bob"}],
			 "fallback": "bob"}""";

	public static final String SCHEDULE = """
			{"timeZone": "Europe/Paris", "layers": [{"rotation": {"type": "weekly",
			 "handoff": {"time": "09:00", "day": "monday"}, "start": "2026-01-05", "people": ["ada", "bob"]}}]}""";

	private Documents() {
	}

}
