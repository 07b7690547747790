package dev.vigie.shared.problem;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

class StrictBodiesTests {

	private final MockMvcTester mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Door())
		.setControllerAdvice(new ProblemAdvice())
		.setMessageConverters(converters())
		.build());

	private static HttpMessageConverters.ServerBuilder strict() {
		HttpMessageConverters.ServerBuilder builder = HttpMessageConverters.forServer().registerDefaults();
		new StrictBodies().configureMessageConverters(builder);
		return builder;
	}

	private static HttpMessageConverter<?>[] converters() {
		return StreamSupport.stream(strict().build().spliterator(), false).toArray(HttpMessageConverter<?>[]::new);
	}

	@Test
	void readsWhatIsKnown() {
		assertThat(post("/declare", """
				{"title": "x", "private": true, "parts": [{"name": "a"}]}""")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.private")
			.isEqualTo(true);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"title": "x", "privat": true}                     | privat
			{"bogus": {"a": [1]}, "title": "x"}                | bogus
			{"title": "x", "parts": [{"name": "a", "nam": 1}]} | parts[0].nam
			""")
	void refusesWhatNobodyKnows(String body, String field) {
		MvcTestResult answer = post("/declare", body);
		assertThat(answer).hasStatus(400);
		assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
		assertThat(answer).bodyJson().extractingPath("$.errors[0].reason").isEqualTo("is not a known field here");
	}

	@Test
	void takesMoreWhereOthersMayAddToIt() {
		assertThat(post("/tell", """
				{"name": "a", "more": 1}""")).hasStatusOk();
	}

	private MvcTestResult post(String path, String body) {
		return this.mvc.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
	}

	@RestController
	static class Door {

		@PostMapping("/declare")
		Declared declare(@RequestBody Declared said) {
			return said;
		}

		@PostMapping("/tell")
		Told tell(@RequestBody Told said) {
			return said;
		}

	}

	record Declared(String title, @JsonProperty("private") @Nullable Boolean hides, @Nullable List<Part> parts) {
	}

	record Part(String name) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Told(String name) {
	}

}
