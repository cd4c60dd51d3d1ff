package dev.creatorledger.platform.metrics;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Figures that cost a question to a store: asked by {@link Sampling} now and then, and remembered for the gauges in
 * between, however often those are read. Every bean of this type is asked.
 *
 * @param <T> the figures
 */
public final class Sample<T> {

    private final String name;
    private final Supplier<T> question;
    private final Consumer<T> told;
    private volatile @Nullable T last;

    /**
     * Figures by a question that is answered within bounds.
     *
     * @param name what the log calls it
     */
    public Sample(String name, Supplier<T> question) {
        this(name, question, figures -> {});
    }

    /**
     * The same, with somebody who is told of each answer.
     *
     * @param told hears of the figures on the thread that asked for them
     */
    public Sample(String name, Supplier<T> question, Consumer<T> told) {
        this.name = name;
        this.question = question;
        this.told = told;
    }

    /** Asks anew; where there is no answer, there are no figures until the next time. */
    void take() {
        T answer;
        try {
            answer = question.get();
        } catch (RuntimeException e) {
            last = null;
            throw e;
        }
        last = answer;
        told.accept(answer);
    }

    /** One of the figures as last told; NaN if there are none. */
    public double figure(ToDoubleFunction<T> figure) {
        T known = last;
        return known == null ? Double.NaN : figure.applyAsDouble(known);
    }

    @Override
    public String toString() {
        return name;
    }
}
