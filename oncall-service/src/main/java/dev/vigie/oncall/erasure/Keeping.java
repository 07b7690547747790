package dev.vigie.oncall.erasure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.person.PersonalData;
import dev.vigie.shared.problem.NotFound;

/**
 * What all features together keep of a person.
 */
@Component
class Keeping {

	private final ObjectProvider<PersonalData> data;

	Keeping(ObjectProvider<PersonalData> data) {
		this.data = data;
	}

	/**
	 * Everything, by part; also of somebody who was deleted and left traces.
	 * @throws NotFound when nothing is kept
	 */
	@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
	public Map<String, List<?>> export(String person) {
		Map<String, List<?>> parts = new LinkedHashMap<>();
		this.data.orderedStream().forEach((part) -> parts.put(part.part(), part.export(person)));
		if (parts.values().stream().allMatch(List::isEmpty)) {
			throw new NotFound("There is no Person named " + person);
		}
		return parts;
	}

	void rename(String person, String pseudonym) {
		this.data.orderedStream().forEach((part) -> part.rename(person, pseudonym));
	}

}
