package dev.creatorledger.query.panel.compliance;

import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.panel.page.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * A list that compliance reads: what it can be filtered by, its columns, and the query of the API behind it.
 *
 * @param name its path, and its messages' ending
 * @param filters what it can be filtered by
 * @param columns its columns
 * @param query the API's
 */
record Listing<T>(String name, List<Filter> filters, List<Column<T>> columns, Query<T> query) {

    /**
     * A filter.
     *
     * @param name the query's parameter
     * @param options the values to choose from; none: any text
     * @param prefix what the messages of the options begin with
     */
    record Filter(String name, List<String> options, String prefix) {}

    /** A query of the API. */
    @FunctionalInterface
    interface Query<T> {

        /** A page of what is wanted. */
        ResponseEntity<Page<T>> ask(Map<String, String> wanted, PageRequest page);
    }

    /**
     * A part of the list.
     *
     * @param next the cursor of the next part; null on the last
     */
    record Part(List<List<Cell>> rows, @Nullable String next) {}

    /** A part of it, if the API would show it to the visitor. */
    Part part(Map<String, String> wanted, PageRequest request, Visitor visitor) {
        visitor.asking("/v1/compliance/" + name);
        Page<T> page = Objects.requireNonNull(query.ask(wanted, request).getBody());
        return new Part(page.items().stream().map(this::row).toList(), page.next());
    }

    private List<Cell> row(T line) {
        return columns.stream().map(column -> column.cell().apply(line)).toList();
    }
}
