package dev.vigie.allinone.apply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import dev.vigie.allinone.CommandFailure;

/**
 * A file of YAML documents.
 *
 * @param file its name, as errors show it
 * @param text what it says
 */
public record Source(String file, String text) {

	/**
	 * The files themselves, and those below folders that end in {@code .yaml} or
	 * {@code .yml}, in alphabetical order.
	 */
	public static List<Source> below(List<Path> paths) {
		List<Source> sources = new ArrayList<>();
		for (Path path : paths) {
			try (Stream<Path> found = Files.walk(path)) {
				found.filter((file) -> Files.isRegularFile(file) && (file.equals(path) || isYaml(file.toString())))
					.sorted()
					.forEach((file) -> sources.add(read(file)));
			}
			catch (IOException failure) {
				throw new CommandFailure("%s cannot be read: %s".formatted(path, failure.getClass().getSimpleName()),
						failure);
			}
		}
		return sources;
	}

	/**
	 * The files below a folder of the class path.
	 */
	public static List<Source> packaged(String folder) {
		List<Source> sources = new ArrayList<>();
		try {
			Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/**");
			for (Resource resource : found) {
				String name = String.valueOf(resource.getFilename());
				if (isYaml(name)) {
					sources.add(new Source(folder + "/" + name, resource.getContentAsString(StandardCharsets.UTF_8)));
				}
			}
		}
		catch (IOException failure) {
			throw new CommandFailure("The packaged " + folder + " cannot be read: " + failure.getMessage(), failure);
		}
		sources.sort(Comparator.comparing(Source::file));
		return sources;
	}

	private static Source read(Path file) {
		try {
			return new Source(file.toString(), Files.readString(file));
		}
		catch (IOException failure) {
			throw new CommandFailure("%s cannot be read as UTF-8: %s".formatted(file, failure.getMessage()), failure);
		}
	}

	private static boolean isYaml(String name) {
		return name.endsWith(".yaml") || name.endsWith(".yml");
	}

}
