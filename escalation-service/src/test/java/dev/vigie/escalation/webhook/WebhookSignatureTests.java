package dev.vigie.escalation.webhook;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WebhookSignatureTests {

	@Test
	void signsAsStandardWebhooksDoes() {
		String signature = WebhookSignature.sign("whsec_c3RhbmRhcmQtd2ViaG9va3MtdGVzdC1rZXktMjRieXQ=",
				"msg_2Lh9KRb0pzN4LePd3XiA4v", 1760000000, "{\"type\":\"incident.created\",\"id\":\"inc_42\"}");
		assertThat(signature).isEqualTo("v1,oCl42ZIM9mZ6Fdx+c/jg/yWYrkBX/HbkDJ3z3DaGw90=");
	}

	@Test
	void refusesAKeyThatIsNotBase64() {
		assertThatIllegalArgumentException().isThrownBy(() -> WebhookSignature.key("whsec_!!"));
	}

}
