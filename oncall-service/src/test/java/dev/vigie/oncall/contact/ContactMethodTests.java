package dev.vigie.oncall.contact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.oncall.contact.ContactMethod.Type;

import static org.assertj.core.api.Assertions.assertThat;

class ContactMethodTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			EMAIL,   ada@example.org
			EMAIL,   ada.l+pager@sub.example.co.uk
			EMAIL,   root@localhost
			EMAIL,   ada@[192.0.2.1]
			EMAIL,   élodie@exemple.français
			SMS,     +33612345678
			PHONE,   +14155552671
			PHONE,   +290123456
			PUSH,    https://push.example.org/v1/send?token=a%20b
			WEBHOOK, https://hooks.example.org:8443/page
			WEBHOOK, https://hooks.example.org
			""")
	void takesAnAddressOfItsType(Type type, String address) {
		assertThat(new ContactMethod(null, type, address).fits()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			EMAIL,   ada
			EMAIL,   ada@
			EMAIL,   @example.org
			EMAIL,   ada@example..org
			EMAIL,   ada..l@example.org
			EMAIL,   ada@-example.org
			EMAIL,   a b@example.org
			EMAIL,   Ada <ada@example.org>
			EMAIL,   +33612345678
			SMS,     0612345678
			SMS,     +33 6 12 34 56 78
			PHONE,   +0612345678
			PHONE,   0033612345678
			PHONE,   +1234567890123456
			PHONE,   +123456
			PHONE,   +33612345678#12
			PUSH,    http://push.example.org/x
			PUSH,    device-token-1
			WEBHOOK, https://ada:secret@hooks.example.org/
			WEBHOOK, https:///page
			WEBHOOK, https://hooks.example.org/#part
			WEBHOOK, https://hooks.example.org/a b
			WEBHOOK, javascript:alert(1)
			""")
	void refusesAnAddressOfAnother(Type type, String address) {
		assertThat(new ContactMethod(null, type, address).fits()).isFalse();
	}

	@Test
	void takesAMailboxInQuotes() {
		assertThat(new ContactMethod(null, Type.EMAIL, "\"ada..o'neil\"@example.org").fits()).isTrue();
	}

	@Test
	void looksNoFurtherAtWhatIsTooLong() {
		assertThat(new ContactMethod(null, Type.EMAIL, "a".repeat(250) + "@example.org").fits()).isFalse();
		assertThat(new ContactMethod(null, Type.WEBHOOK, "https://a.example/" + "a.".repeat(900)).fits()).isTrue();
		assertThat(new ContactMethod(null, Type.WEBHOOK, "https://" + "a.".repeat(990)).fits()).isFalse();
	}

	@Test
	void goesByItsNameOrElseItsType() {
		assertThat(new ContactMethod("mobile", Type.PHONE, "+33612345678").key()).isEqualTo("mobile");
		assertThat(new ContactMethod(null, Type.PHONE, "+33612345678").key()).isEqualTo("phone");
	}

}
