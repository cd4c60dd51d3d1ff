package dev.creatorledger.query.panel.compliance;

import java.util.function.Function;

/**
 * A column of a list, in its page and in its file.
 *
 * @param name what a file calls it; {@code compliance.column.<name>} is its message
 * @param shape what stands in it
 * @param cell the field of a line
 */
record Column<T>(String name, Shape shape, Function<T, Cell> cell) {

    enum Shape {
        TEXT,
        NUMBER,
        /** In a file the currency stands in a column of its own after it. */
        MONEY
    }

    static <T> Column<T> of(String name, Function<T, Cell> cell) {
        return new Column<>(name, Shape.TEXT, cell);
    }

    static <T> Column<T> number(String name, Function<T, Cell> cell) {
        return new Column<>(name, Shape.NUMBER, cell);
    }

    static <T> Column<T> money(String name, Function<T, Cell> cell) {
        return new Column<>(name, Shape.MONEY, cell);
    }

    /** Whether it is aligned as figures are. */
    public boolean isFigure() {
        return shape != Shape.TEXT;
    }
}
