package dev.creatorledger.benchmarks.membership;

import dev.creatorledger.benchmarks.membership.Termination.Payment;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Compares what a service shows after a termination with what it has to come to, and says what it saw. */
final class Verdict {

    private final ServiceClient client;
    private final PrintStream out;
    private final long position;
    private boolean holds = true;

    /** With the position that every view must have seen. */
    Verdict(ServiceClient client, PrintStream out, long position) {
        this.client = client;
        this.out = out;
        this.position = position;
    }

    /** Whether everything that was looked at is as it has to be. */
    boolean holds() {
        return holds;
    }

    /** Says how something is, and whether it has to be so. */
    void that(String what, Object seen, Object expected) {
        boolean same = seen.equals(expected);
        holds &= same;
        out.printf("%-5s %-58s %s%s%n", same ? "ok" : "WRONG", what, seen, same ? "" : ", expected " + expected);
    }

    private void thatAmount(String what, BigDecimal seen, BigDecimal expected) {
        that(
                what,
                seen.stripTrailingZeros().toPlainString(),
                expected.stripTrailingZeros().toPlainString());
    }

    /** Before the end: what was paid is estimated, by what is computed beside it (L5, M3). */
    void gathered(Termination termination) {
        thatAmount(
                "estimated of " + termination.programme().channelId(),
                estimated(termination.programme()),
                termination.creatorParts());
    }

    /** Everybody has ended, nobody is charged, and every payment is refunded once (B25). */
    void terminated(Termination termination) {
        Set<String> ended = members(termination.programme(), "ENDED");
        that("members ended", ended.size(), termination.members());
        that("members shown in all", members(termination.programme(), "").size(), termination.members());
        that("charges still due", termination.programme().chargesDue(position).size(), 0);
        refunds(termination);
        thatAmount("the creator's estimated balance", estimated(termination.programme()), BigDecimal.ZERO);
        JsonNode booked = client.get("/v1/audit/events?type=MembershipRefundsBooked");
        that("times its refunds were all booked", booked.path("items").size(), 1);
    }

    private void refunds(Termination termination) {
        Map<String, BigDecimal> refunded = new HashMap<>();
        BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO};
        int[] repeated = {0};
        client.list("/v1/refunds", position, refund -> {
            BigDecimal amount = Programme.amount(refund.path("amount"));
            if (refunded.put(refund.path("chargeId").asString(), amount) != null) {
                repeated[0]++;
            }
            sums[0] = sums[0].add(amount);
            sums[1] = sums[1].add(Programme.amount(refund.path("creatorPart")));
        });
        Map<String, Payment> payments = termination.payments();
        long right = payments.entrySet().stream()
                .filter(paid -> refunded.containsKey(paid.getKey())
                        && paid.getValue().amount().compareTo(refunded.get(paid.getKey())) == 0)
                .count();
        that("payments refunded in full", right, (long) payments.size());
        that("refunds in all", refunded.size(), payments.size());
        that("refunds of a payment that was refunded already", repeated[0], 0);
        thatAmount("sum of refunds", sums[0], termination.paid());
        thatAmount("the creator's part of it", sums[1], termination.creatorParts());
    }

    /** Members of another programme are as they were. */
    void untouched(Termination bystanders) {
        Set<String> live = members(bystanders.programme(), "ACTIVE");
        live.addAll(members(bystanders.programme(), "PENDING"));
        live.addAll(members(bystanders.programme(), "CANCELLED"));
        that("members of another programme that are as they were", live.size(), bystanders.members());
        gathered(bystanders);
    }

    /** The books are in balance, and hold each refund once: a view by charge could hide a second one (L1–L3). */
    void books(Termination termination, Termination bystanders) {
        JsonNode trial = client.seen("/v1/audit/trial-balance", position);
        trial.path("currencies")
                .forEach(currency -> thatAmount(
                        "trial balance of " + currency.path("currency").asString(),
                        Programme.amount(currency.path("difference")),
                        BigDecimal.ZERO));
        thatAmount(
                "owed as refunds",
                balance(trial, "liabilities:refunds"),
                termination.paid().negate());
        thatAmount(
                "accrued of the creator",
                balance(trial, "liabilities:creators:" + termination.programme().channelId() + ":accrued"),
                BigDecimal.ZERO);
        thatAmount(
                "accrued of the other programme's",
                balance(trial, "liabilities:creators:" + bystanders.programme().channelId() + ":accrued"),
                bystanders.creatorParts().negate());
        thatAmount(
                "receivable payments",
                balance(trial, "assets:receivable:payments"),
                termination.paid().add(bystanders.paid()));
    }

    private static BigDecimal balance(JsonNode trial, String account) {
        return StreamSupport.stream(trial.path("accounts").spliterator(), false)
                .filter(one -> account.equals(one.path("account").asString()))
                .map(one -> Programme.amount(one.path("balance")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal estimated(Programme programme) {
        return Programme.amount(
                client.seen(programme.path("/balance"), position).path("estimated"));
    }

    private Set<String> members(Programme programme, String status) {
        Set<String> found = new HashSet<>();
        String query = status.isEmpty() ? "" : "?status=" + status;
        client.list(
                programme.path("/members" + query),
                position,
                member -> found.add(member.path("membershipId").asString()));
        return found;
    }
}
