package dev.creatorledger.benchmarks.system;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of one run, as a table in Markdown. */
public final class Report {

    private record Line(String what, String figure, String wanted) {}

    private final List<Line> lines = new ArrayList<>();

    /** Adds a figure, and what is wanted of it, or nothing. */
    public void add(String what, String figure, String wanted) {
        lines.add(new Line(what, figure, wanted));
    }

    /** A rate, rounded to whole things per second. */
    public static String perSecond(double amount, double seconds) {
        return String.format(Locale.ROOT, "%,.0f/s", amount / seconds);
    }

    /** A ratio of two decimals. */
    public static String ratio(double part, double whole) {
        return String.format(Locale.ROOT, "%.2f", part / whole);
    }

    /** Seconds of one decimal. */
    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** Milliseconds, whole. */
    public static String millis(double millis) {
        return String.format(Locale.ROOT, "%.0f ms", millis);
    }

    /** Prints the table. */
    public void print(PrintStream out) {
        out.println();
        out.println("| what | figure | wanted |");
        out.println("| --- | --- | --- |");
        for (Line line : lines) {
            out.printf("| %s | %s | %s |%n", line.what(), line.figure(), line.wanted());
        }
    }
}
