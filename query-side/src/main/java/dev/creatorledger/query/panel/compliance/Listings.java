package dev.creatorledger.query.panel.compliance;

import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.membership.RefundCause;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.query.balance.BalanceQueries;
import dev.creatorledger.query.balance.NegativeBalanceJson;
import dev.creatorledger.query.compliance.DecisionJson;
import dev.creatorledger.query.compliance.DecisionQueries;
import dev.creatorledger.query.compliance.PauseJson;
import dev.creatorledger.query.compliance.PauseQueries;
import dev.creatorledger.query.compliance.RefusedPerkJson;
import dev.creatorledger.query.compliance.RefusedPerkQueries;
import dev.creatorledger.query.panel.compliance.Listing.Filter;
import dev.creatorledger.query.payout.PayoutQueries;
import dev.creatorledger.query.payout.SettlementJson;
import dev.creatorledger.query.refund.RefundJson;
import dev.creatorledger.query.refund.RefundQueries;
import java.util.Arrays;
import java.util.List;

/** The lists of compliance (U6), each on the API's own query. */
final class Listings {

    private static final AtLeast ANY = new AtLeast(0);
    private static final String CHANNEL = "channelId";

    private Listings() {}

    static Listing<SettlementJson> settlements(PayoutQueries payouts) {
        return new Listing<>(
                "settlements",
                List.of(oneOf("outcome", SettlementJson.Outcome.values(), "compliance.outcome.")),
                List.of(
                        Column.of("payoutId", line -> Cell.link(line.payoutId(), payout(line))),
                        Column.of(CHANNEL, line -> Cell.channel(line.channelId())),
                        Column.money("amount", line -> Cell.money(line.amount())),
                        Column.of("deadline", line -> Cell.time(line.deadline())),
                        Column.of("outcome", line -> Cell.word("compliance.outcome.", line.outcome())),
                        Column.number("lateByBusinessDays", line -> Cell.number(line.lateByBusinessDays()))),
                (wanted, page) -> payouts.settlements(wanted.get("outcome"), page, ANY));
    }

    private static String payout(SettlementJson line) {
        return "/panel/channels/" + line.channelId() + "/payouts/" + line.payoutId();
    }

    static Listing<PauseJson> pauses(PauseQueries pauses) {
        return new Listing<>(
                "pauses",
                List.of(
                        oneOf("cause", PauseCause.values(), "cause."),
                        new Filter("open", List.of("true", "false"), "compliance.open.")),
                List.of(
                        Column.of(CHANNEL, line -> Cell.channel(line.channelId())),
                        Column.of("causes", line -> Cell.words("cause.", line.causes())),
                        Column.of("pausedSince", line -> Cell.time(line.pausedSince())),
                        Column.number("daysUntilTermination", line -> Cell.number(line.daysUntilTermination())),
                        Column.of("resumedAt", line -> Cell.time(line.resumedAt())),
                        Column.of("terminatedAt", line -> Cell.time(line.terminatedAt())),
                        Column.number("lengthInDays", line -> Cell.number(line.lengthInDays()))),
                (wanted, page) -> pauses.pauses(wanted.get("cause"), wanted.get("open"), page, ANY));
    }

    static Listing<RefundJson> refunds(RefundQueries refunds) {
        return new Listing<>(
                "refunds",
                List.of(oneOf("cause", RefundCause.values(), "refund.cause.")),
                List.of(
                        Column.of("refundId", line -> Cell.text(line.refundId())),
                        Column.of(CHANNEL, line -> Cell.channel(line.channelId())),
                        Column.of("memberId", line -> Cell.text(line.memberId())),
                        Column.of("cause", line -> Cell.word("refund.cause.", line.cause())),
                        Column.money("amount", line -> Cell.money(line.amount())),
                        Column.money("creatorPart", line -> Cell.money(line.creatorPart())),
                        Column.of("status", line -> Cell.word("refund.", line.status())),
                        Column.of("dueAt", line -> Cell.time(line.dueAt())),
                        Column.of("settledAt", line -> Cell.time(line.settledAt()))),
                (wanted, page) -> refunds.ofCause(wanted.get("cause"), page, ANY));
    }

    static Listing<RefusedPerkJson> refusedPerks(RefusedPerkQueries perks) {
        return new Listing<>(
                "refused-perks",
                List.of(),
                List.of(
                        Column.of("at", line -> Cell.time(line.at())),
                        Column.of(CHANNEL, line -> Cell.channel(line.channelId())),
                        Column.of("tierId", line -> Cell.text(line.tierId())),
                        Column.of("title", line -> Cell.text(line.title())),
                        Column.of("code", line -> Cell.text(line.code())),
                        Column.of("actor", line -> Cell.text(line.actor()))),
                (wanted, page) -> perks.refused(page, ANY));
    }

    static Listing<NegativeBalanceJson> negativeBalances(BalanceQueries balances) {
        return new Listing<>(
                "negative-balances",
                List.of(),
                List.of(
                        Column.of(CHANNEL, line -> Cell.channel(line.channelId())),
                        Column.money("available", line -> Cell.money(line.available())),
                        Column.money("held", line -> Cell.money(line.held())),
                        Column.money("estimated", line -> Cell.money(line.estimated()))),
                (wanted, page) -> balances.negative(page, ANY));
    }

    static Listing<DecisionJson> decisions(DecisionQueries decisions) {
        return new Listing<>(
                "decisions",
                List.of(new Filter("actor", List.of(), "")),
                List.of(
                        Column.of("at", line -> Cell.time(line.at())),
                        Column.of("actor", line -> Cell.text(line.actor())),
                        Column.of("command", line -> Cell.text(line.command())),
                        Column.of("subject", line -> Cell.text(line.subject())),
                        Column.of("reason", line -> Cell.text(line.reason()))),
                (wanted, page) -> decisions.decisions(wanted.get("actor"), page, ANY));
    }

    private static Filter oneOf(String name, Enum<?>[] values, String prefix) {
        return new Filter(name, Arrays.stream(values).map(Enum::name).toList(), prefix);
    }
}
