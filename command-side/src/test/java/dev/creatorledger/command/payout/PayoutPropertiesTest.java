package dev.creatorledger.command.payout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.command.payout.PayoutTrial.Kind;
import dev.creatorledger.command.payout.PayoutTrial.Step;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.PayoutEvent.PayoutSettled;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

@Label("P3, P4, L3 Whatever is asked of payouts, in whatever order, however often, and whichever commits fail")
class PayoutPropertiesTest {

    private static final Currency USD = Currency.getInstance("USD");
    private static final List<Kind> USUAL =
            List.of(Kind.INCOME, Kind.REQUEST, Kind.APPROVE, Kind.SEND, Kind.SETTLE, Kind.RETURN);

    private static @Nullable PayoutTrial started;

    @BeforeContainer
    static void start() {
        started = new PayoutTrial();
    }

    @AfterContainer
    static void stop() {
        trial().close();
    }

    private static PayoutTrial trial() {
        if (started == null) {
            throw new IllegalStateException("it is started before the first try");
        }
        return started;
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    @Label("available, held and paid are together what came in, and a payout ends once")
    void nothingIsLostOrMade(@ForAll("steps") List<Step> steps) {
        PayoutTrial trial = trial();
        trial.begin();
        for (Step step : steps) {
            trial.take(step);
            MovedMoney.in(trial.events()).check();
        }
    }

    @Example
    @Label("the usual way, each step crashing once and asked twice, settles and comes back once")
    void theUsualWay() {
        PayoutTrial trial = trial();
        trial.begin();
        for (Kind kind : USUAL) {
            trial.take(new Step(kind, 0, Money.IRR, 5_000_000_500_000L, 2, true, 1));
        }
        MovedMoney.in(trial.events()).check();
        assertThat(trial.events()).hasAtLeastOneElementOfType(PayoutSettled.class);
    }

    /** Steps at random, and among them the usual way of a payout, so that all states are come to. */
    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<List<Kind>> stretches = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(Kind.class).list().ofMaxSize(6)),
                Tuple.of(2, Arbitraries.integers().between(1, USUAL.size()).map(length -> USUAL.subList(0, length))));
        return stretches.list().ofMaxSize(8).flatMap(PayoutPropertiesTest::stepsOf);
    }

    private static Arbitrary<List<Step>> stepsOf(List<List<Kind>> stretches) {
        List<Arbitrary<Step>> steps = new ArrayList<>();
        stretches.forEach(stretch -> stretch.forEach(kind -> steps.add(stepOf(kind))));
        return steps.isEmpty()
                ? Arbitraries.just(List.of())
                : Combinators.combine(steps).as(all -> all);
    }

    private static Arbitrary<Step> stepOf(Kind kind) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(Money.IRR)), Tuple.of(1, Arbitraries.just(USD))),
                        Arbitraries.longs().between(1, 9_000_000_000_000L),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of(false, false, false, true),
                        Arbitraries.integers().between(0, 100))
                .as((payout, currency, micros, times, crashes, hours) ->
                        new Step(kind, payout, currency, micros, times, crashes, hours));
    }
}
