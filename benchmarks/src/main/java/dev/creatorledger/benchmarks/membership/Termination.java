package dev.creatorledger.benchmarks.membership;

import dev.creatorledger.benchmarks.membership.Programme.Charge;
import dev.creatorledger.benchmarks.system.BenchmarkException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The members of a programme that is to be terminated, of every kind that a termination treats differently, and what
 * it has to come to (B25): computed here from the payments, not asked of the service.
 */
final class Termination {

    /** What becomes of a member before the end, by its number. */
    private enum Kind {
        PAYS,
        NEVER_PAYS,
        PAYS_AND_CANCELS,
        PAYS_AN_UPGRADE,
        ASKS_FOR_AN_UPGRADE,
        PAYS_WITH_TAX;

        private static final int OF_EACH = 50;

        /** Of fifty members one is of each kind but the first; all others are ordinary. */
        static Kind of(int member) {
            int place = member % OF_EACH;
            return place < values().length ? values()[place] : PAYS;
        }
    }

    private static final int SHARE_BPS = 7_000;
    private static final int WHOLE_BPS = 10_000;
    private static final int MICROS = 6;
    private static final BigDecimal TAX = new BigDecimal("9091");

    private final Programme programme;
    private final int members;
    private final Crowd crowd;
    private final Map<String, Payment> payments;

    private Termination(Programme programme, int members, Crowd crowd, Map<String, Payment> payments) {
        this.programme = programme;
        this.members = members;
        this.crowd = crowd;
        this.payments = payments;
    }

    /** A programme whose members are still to be gathered, so many at once. */
    static Termination of(Programme programme, int members, int atOnce) {
        return new Termination(programme, members, new Crowd(atOnce), new ConcurrentHashMap<>());
    }

    /** The same at a service that was started again. */
    Termination at(ServiceClient client) {
        return new Termination(new Programme(client, programme.channelId()), members, crowd, payments);
    }

    /** A payment as the payment service has reported it. */
    record Payment(BigDecimal amount, BigDecimal tax) {

        /** The creator's part: the odd micro is the creator's (M3, B5). */
        BigDecimal creatorPart() {
            return amount.subtract(tax)
                    .multiply(BigDecimal.valueOf(SHARE_BPS))
                    .divide(BigDecimal.valueOf(WHOLE_BPS), MICROS, RoundingMode.CEILING);
        }
    }

    /** Everybody joins, pays, cancels and upgrades; gives the newest position. */
    long gather() {
        long joined = crowd.each(IntStream.range(0, members).boxed().toList(), programme::join);
        List<Charge> due = programme.chargesDue(joined);
        if (due.size() != members) {
            throw new BenchmarkException(due.size() + " charges of " + members + " are due");
        }
        crowd.each(
                due.stream()
                        .filter(charge -> Kind.of(charge.member()) != Kind.NEVER_PAYS)
                        .toList(),
                this::pay);
        crowd.each(those(Kind.PAYS_AND_CANCELS), programme::cancel);
        crowd.each(those(Kind.PAYS_AN_UPGRADE), programme::upgrade);
        long asked = crowd.each(those(Kind.ASKS_FOR_AN_UPGRADE), programme::upgrade);
        List<Charge> upgrades = programme.chargesDue(asked).stream()
                .filter(Charge::upgrade)
                .filter(charge -> Kind.of(charge.member()) == Kind.PAYS_AN_UPGRADE)
                .toList();
        return Math.max(asked, crowd.each(upgrades, this::pay));
    }

    private List<Integer> those(Kind kind) {
        return IntStream.range(0, members)
                .filter(member -> Kind.of(member) == kind)
                .boxed()
                .toList();
    }

    private long pay(Charge charge) {
        BigDecimal tax = Kind.of(charge.member()) == Kind.PAYS_WITH_TAX ? TAX : BigDecimal.ZERO;
        long position = programme.pay(charge, tax);
        payments.put(charge.chargeId(), new Payment(charge.amount(), tax));
        return position;
    }

    Programme programme() {
        return programme;
    }

    int members() {
        return members;
    }

    /** Every payment, by its charge. */
    Map<String, Payment> payments() {
        return Map.copyOf(payments);
    }

    /** What has been paid in all. */
    BigDecimal paid() {
        return payments.values().stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What of it is the creator's. */
    BigDecimal creatorParts() {
        return payments.values().stream().map(Payment::creatorPart).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
