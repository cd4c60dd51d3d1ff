package dev.creatorledger.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** How many items of a longer list are read for one page of it. */
    private static final int MOST_READ = 10_000;

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

    /**
     * A page of what is shown of a longer list: it is read on until the page is full, but no more of it than 10,000
     * items; a page that ends there is shorter and has a next one.
     *
     * @param read a page of the longer list
     * @param shown what is shown of one of its items, if anything is
     */
    public static <S, T> Page<T> filled(
            PageRequest request,
            Function<PageRequest, Page<S>> read,
            Function<? super S, ? extends Optional<? extends T>> shown) {
        List<T> items = new ArrayList<>();
        PageRequest part = request;
        PageRequest upToTheLast = request;
        for (int count = 0; ; count += part.limit()) {
            Page<S> found = read.apply(part);
            for (int i = 0; i < found.items().size(); i++) {
                Optional<? extends T> item = shown.apply(found.items().get(i));
                if (item.isPresent() && items.size() == request.limit()) {
                    return new Page<>(
                            List.copyOf(items), read.apply(upToTheLast).next());
                }
                if (item.isPresent()) {
                    items.add(item.get());
                    upToTheLast = new PageRequest(i + 1, part.after());
                }
            }
            if (found.next() == null || count >= MOST_READ) {
                return new Page<>(List.copyOf(items), found.next());
            }
            part = PageRequest.parse(Integer.toString(PageRequest.MAX_LIMIT), found.next());
        }
    }
}
