package dev.vigie.allinone.apply;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinesTests {

	private static final String POLICY = """
			apiVersion: vigie/v1
			kind: EscalationPolicy
			metadata:
			  name: rewapp
			spec:
			  severities:
			    P1:
			      steps:
			        - after: 0m
			          notify:
			            - onCall: primary
			            - team: ops
			              position: cto
			        - after: 15m
			          notify: [{person: ada}]
			""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			kind                                                      | 2
			spec                                                      | 5
			spec.severities.P1.steps[0].notify[1].position            | 13
			spec.severities[P1].steps[1].after                        | 14
			spec.severities.P1.steps[1].notify[0].person              | 15
			spec.severities<K>[P1].<map key>                          | 7
			spec.severities.P1.steps[7]                               | 8
			spec.severities.P1.steps[1].repeat                        | 14
			spec.nothing.like.this                                    | 5
			''                                                        | 1
			""")
	void areThoseOfTheFieldOrOfWhatIsAroundIt(String field, int line) {
		YamlDocument document = DocumentReader.read(List.of(new Source("policy.yaml", POLICY))).documents().getFirst();
		assertThat(document.finding(field, "is wrong").line()).isEqualTo(line);
	}

}
