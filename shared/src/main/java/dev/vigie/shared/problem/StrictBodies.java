package dev.vigie.shared.problem;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;

import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses fields nobody knows in what is sent to a program: a word written wrong must not
 * pass for one that was left out. What others may add to says so with
 * {@code @JsonIgnoreProperties}. What the programs answer each other is read elsewhere.
 */
class StrictBodies implements WebMvcConfigurer {

	@Override
	public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
		builder.configureMessageConvertersList(StrictBodies::readStrictly);
	}

	// Each before the one it stands for, which goes on writing.
	private static void readStrictly(List<HttpMessageConverter<?>> converters) {
		for (int i = converters.size() - 1; i >= 0; i--) {
			if (converters.get(i) instanceof JacksonJsonHttpMessageConverter lenient) {
				converters.add(i, new StrictReader(lenient));
			}
		}
	}

	/**
	 * Reads what another converter would, and writes nothing.
	 */
	private static final class StrictReader extends JacksonJsonHttpMessageConverter {

		private final JacksonJsonHttpMessageConverter lenient;

		StrictReader(JacksonJsonHttpMessageConverter lenient) {
			super(lenient.getMapper().rebuild().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build());
			this.lenient = lenient;
		}

		@Override
		public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
			return this.lenient.canRead(type, mediaType);
		}

		@Override
		public boolean canWrite(ResolvableType target, Class<?> value, @Nullable MediaType mediaType) {
			return false;
		}

	}

}
