package dev.vigie.oncall.team;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.team.TeamSpec.Member;
import dev.vigie.oncall.team.TeamSpec.Role;
import dev.vigie.shared.document.Document;

/**
 * What one person is in one team.
 *
 * @param role what they do in it; absent where they are nothing but its fallback
 * @param positions what positions they hold in it
 * @param fallback whether they are told when nobody else can be
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Membership(String team, String displayName, @Nullable Role role, List<String> positions, boolean fallback) {

	Membership {
		positions = List.copyOf(positions);
	}

	static Membership of(Document<TeamSpec> team, String person) {
		List<Member> entries = team.spec()
			.members()
			.stream()
			.filter((member) -> member.person().equals(person))
			.toList();
		return new Membership(team.name(), team.spec().displayName(),
				entries.isEmpty() ? null : entries.getFirst().role(),
				entries.stream().map(Member::position).filter(Objects::nonNull).toList(),
				person.equals(team.spec().fallback()));
	}

	boolean exists() {
		return this.role != null || this.fallback;
	}

}
