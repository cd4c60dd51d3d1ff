package dev.creatorledger.command.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
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
        Total income = Total.zero(Money.IRR);
        Total paid = income;
        int number = 0;
        for (Step step : steps) {
            Optional<PayoutId> open = holdings.openIn(Money.IRR);
            Money payable = holdings.available(Money.IRR).capped().payable();
            Money micros = Money.rialMicros(step.micros());
            switch (step.kind()) {
                case INCOME -> {
                    holdings.credit(micros);
                    income = income.plus(micros);
                }
                case HOLD -> {
                    if (open.isEmpty() && payable.micros() > 0) {
                        holdings.hold(new PayoutId("p-" + number++), payable);
                    }
                }
                case RELEASE -> open.ifPresent(holdings::release);
                case PAY -> {
                    paid = paid.plus(held(holdings));
                    open.ifPresent(holdings::paid);
                }
                case RETURN -> {
                    Money back = paid.compareTo(Total.of(micros)) < 0 ? paid.capped() : micros;
                    holdings.credit(back);
                    paid = paid.minus(back);
                }
            }
            assertThat(holdings.available(Money.IRR).plus(held(holdings)).plus(paid))
                    .isEqualTo(income);
            assertThat(holdings.size()).isLessThanOrEqualTo(1);
        }
    }

    private static Money held(Holdings holdings) {
        return holdings.openIn(Money.IRR).map(holdings::heldFor).orElse(Money.zero(Money.IRR));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(Arbitraries.of(Kind.class), amounts())
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    /** Of every size, and often so large that two of them outgrow 64 bits (M1). */
    private static Arbitrary<Long> amounts() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(1, 9_000_000_000_000L),
                Arbitraries.longs().between(Long.MAX_VALUE / 2, Long.MAX_VALUE));
    }
}
