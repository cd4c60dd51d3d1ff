package dev.creatorledger.query.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Views that are fed by one event processor: each event is read and decoded once for all of them, and they share one
 * token and one position.
 *
 * @param name the name of the processor, under which its tokens are stored
 * @param views the views
 * @param undivided whether one thread folds all events: for documents that events of every channel change
 */
public record ViewGroup(String name, List<View> views, boolean undivided) {

    /** The group of the views about the ad-revenue programme. */
    public static final String AD_PROGRAMME = "ad-programme-views";

    /** The group of the views of the books, whose accounts are everybody's. */
    public static final String BOOKS = "books-views";

    /** Copies the list. */
    public ViewGroup {
        views = List.copyOf(views);
    }

    /** Views whose events are divided among segments by channel. */
    public ViewGroup(String name, List<View> views) {
        this(name, views, false);
    }

    /** Whether a view is one of its views. */
    public boolean has(String view) {
        return views.stream().anyMatch(one -> one.name().equals(view));
    }

    /** How many segments it has, where groups have so many. */
    int segments(int usual) {
        return undivided ? 1 : usual;
    }

    /** Everything that fills a collection of a view of the group. */
    public List<Projection<?>> projections() {
        return views.stream()
                .<Projection<?>>flatMap(view -> view.projections().stream())
                .toList();
    }

    /** The numbers, in {@link #projections()}, of the projections that care for each class of events. */
    Map<Class<?>, int[]> interests() {
        List<Projection<?>> projections = projections();
        Map<Class<?>, int[]> interests = new HashMap<>();
        for (int i = 0; i < projections.size(); i++) {
            int number = i;
            projections.get(i).events().forEach(type -> interests.merge(type, new int[] {number}, ViewGroup::joined));
        }
        return Map.copyOf(interests);
    }

    private static int[] joined(int[] some, int[] more) {
        return Stream.of(some, more).flatMapToInt(java.util.Arrays::stream).toArray();
    }
}
