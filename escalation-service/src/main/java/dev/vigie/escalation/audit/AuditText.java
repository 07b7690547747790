package dev.vigie.escalation.audit;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.channel.FallbackProperties;
import dev.vigie.escalation.notice.Phrasebook;
import dev.vigie.escalation.notice.Words;
import dev.vigie.shared.access.AccessProperties;

/**
 * Says what is not kept, in the language of the mailbox of last resort.
 */
@Component
class AuditText {

	private final Phrasebook say = new Phrasebook("messages-escalation-audit");

	private final JsonMapper json;

	private final Locale language;

	private final String home;

	AuditText(JsonMapper json, FallbackProperties fallback, AccessProperties access) {
		this.json = json;
		this.language = fallback.language();
		this.home = access.issuer() + "/incidents/";
	}

	Words words(Breach breach) {
		String kind = breach.kind().word();
		List<String> lines = new ArrayList<>();
		lines.add(text(kind, breach.count()));
		if (breach.since() != null) {
			lines.add(text("since", Phrasebook.time(breach.since(), this.language, ZoneOffset.UTC)));
		}
		lines.add("");
		breach.incidents().forEach((number) -> lines.add("INC-" + number + " " + this.home + number));
		lines.add("");
		lines.add(text("advice"));
		return new Words(UUID.nameUUIDFromBytes(kind.getBytes(StandardCharsets.UTF_8)), text(kind, breach.count()),
				lines.stream().collect(Collectors.joining("\n", "", "\n")), this.json.writeValueAsString(breach));
	}

	private String text(String key, Object... parts) {
		return this.say.text(this.language, key, parts);
	}

}
