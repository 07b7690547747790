package dev.vigie.shared.listing;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Invalid;

/**
 * A piece of a list.
 *
 * @param <T> what is listed
 * @param items some of it, in the order of the list
 * @param next what to ask for as {@code after} to read on; absent at the end
 */
public record Listing<T>(List<T> items, @Nullable String next) {

	public Listing {
		items = List.copyOf(items);
	}

	/**
	 * The piece that was asked for.
	 * @param <T> what is listed
	 * @param found up to one more than the limit, which shows that the list goes on
	 * @param limit the most that was asked for
	 * @param place what to send as {@code after} to read on behind an item
	 */
	public static <T> Listing<T> of(List<T> found, int limit, Function<? super T, ?> place) {
		if (found.size() <= limit) {
			return new Listing<>(found, null);
		}
		List<T> items = found.subList(0, limit);
		return new Listing<>(items, String.valueOf(place.apply(items.getLast())));
	}

	/**
	 * The same piece in other words.
	 */
	public <R> Listing<R> map(Function<? super T, ? extends R> words) {
		return new Listing<>(this.items.stream().<R>map(words).toList(), this.next);
	}

	/**
	 * Refuses to list nothing, or more than is good at a time.
	 */
	public static void checkLimit(int limit, int most) {
		if (limit < 1 || limit > most) {
			throw new Invalid("limit", "must be between 1 and " + most);
		}
	}

}
