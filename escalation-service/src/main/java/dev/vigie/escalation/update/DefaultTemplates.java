package dev.vigie.escalation.update;

/**
 * The templates that are there before anybody writes one.
 */
final class DefaultTemplates {

	/**
	 * As long as it lasts.
	 */
	private static final UpdateTemplateSpec LASTING = new UpdateTemplateSpec(null,
			new UpdateTemplateSpec.Text("🚨 INCIDENT {severity} - {title}", """
					🚨 INCIDENT {severity} - {title}
					Impact: {impact}
					Started: {started}
					Status: {status}
					Engineer: @{engineer}
					Last update: {updated} - {message}
					Next update: {nextUpdate}
					{number}: {link}
					"""), new UpdateTemplateSpec.Text("🚨 INCIDENT {severity} - {title}", """
					🚨 INCIDENT {severity} - {title}
					Impact : {impact}
					Début : {started}
					Statut : {status}
					Ingénieur : @{engineer}
					Dernière mise à jour : {updated} - {message}
					Prochaine mise à jour : {nextUpdate}
					{number} : {link}
					"""));

	/**
	 * When it is over.
	 */
	private static final UpdateTemplateSpec OVER = new UpdateTemplateSpec(UpdateStatus.RESOLVED,
			new UpdateTemplateSpec.Text("✅ INCIDENT {severity} - {title}", """
					✅ INCIDENT {severity} - {title}
					Impact: {impact}
					Started: {started}
					Status: {status}
					Engineer: @{engineer}
					Last update: {updated} - {message}
					{number}: {link}
					"""), new UpdateTemplateSpec.Text("✅ INCIDENT {severity} - {title}", """
					✅ INCIDENT {severity} - {title}
					Impact : {impact}
					Début : {started}
					Statut : {status}
					Ingénieur : @{engineer}
					Dernière mise à jour : {updated} - {message}
					{number} : {link}
					"""));

	private DefaultTemplates() {
	}

	static UpdateTemplateSpec of(UpdateStatus status) {
		return switch (status) {
			case INVESTIGATING, IDENTIFIED, MONITORING -> LASTING;
			case RESOLVED -> OVER;
		};
	}

}
