package dev.creatorledger.query.panel.creator;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.policy.Policies;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.MoneyJson;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.balance.BalanceJson;
import dev.creatorledger.query.channel.AdProgrammeStatus;
import dev.creatorledger.query.channel.ChannelJson;
import dev.creatorledger.query.panel.page.CommandAddress;
import dev.creatorledger.query.panel.page.Visitor;
import dev.creatorledger.query.payout.PayoutJson;
import dev.creatorledger.query.payout.PayoutQueries;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Whether a payout can be asked for now, and why not. It tells beforehand what the command side will say, which alone
 * decides (P1, P3, P8).
 */
final class PayoutOffers {

    private static final int ID_LENGTH = 32;

    private final PayoutQueries payouts;
    private final Policies policies;
    private final CommandAddress commands;
    private final Clock clock;

    PayoutOffers(PayoutQueries payouts, Policies policies, CommandAddress commands, Clock clock) {
        this.payouts = payouts;
        this.policies = policies;
        this.commands = commands;
        this.clock = clock;
    }

    /** What is in the way of a payout; {@code creator.offer.<name>} tells it. */
    enum Obstacle {
        PAYOUT_OPEN,
        CHANNEL_SUSPENDED,
        CURRENCY_NOT_PAYABLE,
        BELOW_THRESHOLD,
        NOT_YOURS,
        ELSEWHERE
    }

    /**
     * A payout of one currency.
     *
     * @param available what it would pay
     * @param threshold what the balance has to exceed; absent where there is none
     * @param toGo how far the balance is from the threshold, if that is in the way
     * @param obstacle what is in the way, if anything is
     * @param payoutId its id: the same until another one was asked for, so that asking twice asks once
     */
    record Offer(
            MoneyJson available,
            @Nullable MoneyJson threshold,
            @Nullable MoneyJson toGo,
            @Nullable Obstacle obstacle,
            String payoutId) {}

    /** By currency, the channel's own first. */
    List<Offer> of(ChannelJson channel, BalanceJson balance, AtLeast atLeast, Visitor visitor) {
        ChannelId channelId = new ChannelId(channel.channelId());
        boolean suspended = channel.adProgramme().status() == AdProgrammeStatus.SUSPENDED;
        String last = last(channelId, atLeast, visitor);
        List<Offer> offers = new ArrayList<>();
        offers.add(offer(channelId, balance.available(), balance.held(), suspended, last, visitor));
        balance.others()
                .forEach(other ->
                        offers.add(offer(channelId, other.available(), other.held(), suspended, last, visitor)));
        return offers;
    }

    private Offer offer(
            ChannelId channelId, MoneyJson available, MoneyJson held, boolean suspended, String last, Visitor visitor) {
        Currency currency = Currency.getInstance(available.currency());
        MoneyJson threshold = policies.payoutsAt(clock.instant())
                .threshold(currency)
                .map((Money money) -> MoneyJson.of(money))
                .orElse(null);
        BigDecimal toGo =
                threshold == null ? BigDecimal.ZERO : amount(threshold).subtract(amount(available));
        Obstacle obstacle = obstacle(amount(held), threshold, toGo, suspended, channelId, visitor);
        return new Offer(
                available,
                threshold,
                obstacle == Obstacle.BELOW_THRESHOLD ? new MoneyJson(toGo.toPlainString(), available.currency()) : null,
                obstacle,
                id(channelId.value() + '/' + available.currency() + '/' + last));
    }

    private @Nullable Obstacle obstacle(
            BigDecimal held,
            @Nullable MoneyJson threshold,
            BigDecimal toGo,
            boolean suspended,
            ChannelId channelId,
            Visitor visitor) {
        if (held.signum() > 0) {
            return Obstacle.PAYOUT_OPEN;
        }
        if (threshold == null) {
            return Obstacle.CURRENCY_NOT_PAYABLE;
        }
        // Exactly the threshold is not enough (P1).
        if (toGo.signum() >= 0) {
            return Obstacle.BELOW_THRESHOLD;
        }
        if (suspended) {
            return Obstacle.CHANNEL_SUSPENDED;
        }
        if (!visitor.may(HttpMethod.POST, "/v1/channels/" + channelId.value() + "/payouts")) {
            return Obstacle.NOT_YOURS;
        }
        return commands.now().isEmpty() ? Obstacle.ELSEWHERE : null;
    }

    private String last(ChannelId channelId, AtLeast atLeast, Visitor visitor) {
        return Reports.body(payouts.ofChannel(
                        channelId, new PageRequest(1, null), atLeast, Reports.asking(visitor, channelId, "/payouts")))
                .items()
                .stream()
                .map(PayoutJson::payoutId)
                .findFirst()
                .orElse("");
    }

    private static BigDecimal amount(MoneyJson money) {
        return new BigDecimal(money.amount());
    }

    private static String id(String of) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
