package dev.vigie.escalation.update;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.document.DocumentStore;
import dev.vigie.escalation.document.Documents;
import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.problem.Invalid;

/**
 * All templates of updates. One that is called like a status takes the place of the ready
 * one for it.
 */
@Component
class UpdateTemplates extends Documents<UpdateTemplateSpec> {

	UpdateTemplates(DocumentStore store) {
		super(new Type<>("UpdateTemplate", "update_template", UpdateTemplateSpec.class), store);
	}

	/**
	 * The template for an update.
	 * @param name the one that was asked for; null for the one of the status
	 */
	UpdateTemplateSpec choose(@Nullable String name, UpdateStatus status) {
		if (name == null) {
			return find(status.word()).map(Document::spec)
				.filter((spec) -> fits(spec, status))
				.orElseGet(() -> DefaultTemplates.of(status));
		}
		UpdateTemplateSpec spec = find(Names.check("template", name)).map(Document::spec)
			.orElseThrow(() -> new Invalid("template", "there is no UpdateTemplate " + name));
		if (!fits(spec, status)) {
			throw new Invalid("template", name + " is for another status");
		}
		return spec;
	}

	@Override
	protected void check(UpdateTemplateSpec spec) {
		spec.check();
	}

	private static boolean fits(UpdateTemplateSpec spec, UpdateStatus status) {
		return spec.status() == null || spec.status() == status;
	}

}
