package dev.creatorledger.command.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.payout.PayoutId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("L3 Whatever is held, released, paid and returned, in whatever order")
class FundsPropertiesTest {

    /** What can be tried; what is not possible at the moment is passed over, as the rules refuse it. */
    enum Kind {
        INCOME,
        HOLD,
        RELEASE,
        PAY,
        RETURN
    }

    record Step(Kind kind, long micros) {}

    @Property
    void nothingIsLostOrMade(@ForAll("steps") List<Step> steps) {
        Holdings holdings = new Holdings();
        long income = 0;
        long paid = 0;
        int number = 0;
        for (Step step : steps) {
            Optional<PayoutId> open = holdings.openIn(Money.IRR);
            Money available = holdings.available(Money.IRR);
            switch (step.kind()) {
                case INCOME -> {
                    holdings.credit(Money.rialMicros(step.micros()));
                    income += step.micros();
                }
                case HOLD -> {
                    if (open.isEmpty() && available.payable().micros() > 0) {
                        holdings.hold(new PayoutId("p-" + number++), available.payable());
                    }
                }
                case RELEASE -> open.ifPresent(holdings::release);
                case PAY -> {
                    paid += open.map(holdings::heldFor).map(Money::micros).orElse(0L);
                    open.ifPresent(holdings::paid);
                }
                case RETURN -> {
                    long back = Math.min(paid, step.micros());
                    holdings.credit(Money.rialMicros(back));
                    paid -= back;
                }
            }
            assertThat(holdings.available(Money.IRR).micros() + held(holdings) + paid)
                    .isEqualTo(income);
            assertThat(holdings.size()).isLessThanOrEqualTo(1);
        }
    }

    private static long held(Holdings holdings) {
        return holdings.openIn(Money.IRR)
                .map(holdings::heldFor)
                .map(Money::micros)
                .orElse(0L);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.longs().between(1, 9_000_000_000_000L))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }
}
