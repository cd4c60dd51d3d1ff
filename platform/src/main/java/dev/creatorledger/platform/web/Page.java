package dev.creatorledger.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items the items
 * @param next the cursor of the next part; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * A page from up to {@code limit + 1} items: the one too many only tells that there is more.
     *
     * @param keyOf the key of an item, by which the next page starts ({@link PageRequest#after()})
     */
    public static <T> Page<T> of(List<T> found, PageRequest request, Function<? super T, String> keyOf) {
        if (found.size() <= request.limit()) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, request.limit()));
        return new Page<>(items, PageRequest.encode(keyOf.apply(items.get(items.size() - 1))));
    }
}
