package dev.creatorledger.query.asof;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What events say by the rules, read from their JSON by this test's own code: it shares nothing with the views but the
 * events.
 */
final class Truth {

    private static final String ADVERTISERS = "assets:receivable:advertisers";
    private static final String PAYMENTS = "assets:receivable:payments";
    private static final String BANK = "assets:bank";
    private static final String TAX = "liabilities:tax";
    private static final String REFUNDS = "liabilities:refunds";
    private static final String ADS = "income:platform:ads";
    private static final String MEMBERSHIPS = "income:platform:memberships";

    /** Debit positive micros by account and currency; those that were ever posted to. */
    final Map<String, BigInteger> accounts = new TreeMap<>();

    /** Micros of estimated income by channel and currency. */
    final Map<String, Long> estimated = new HashMap<>();

    final Map<String, String> payouts = new HashMap<>();
    final Map<String, Member> members = new HashMap<>();
    final Map<String, String> adProgrammes = new HashMap<>();
    final Map<String, Long> followers = new HashMap<>();
    final Map<String, String> programmes = new HashMap<>();
    final Map<String, Integer> videos = new HashMap<>();
    private final Map<String, Map<String, Long>> watched = new HashMap<>();

    /** A membership as its events leave it. */
    static final class Member {
        String channel = "";
        String status = "PENDING";
        boolean unpaid;

        @Nullable
        Instant paidUntil;

        String charge = "";
    }

    void take(String type, JsonNode event) {
        String channel = event.path("channelId").asString("");
        switch (type) {
            case "ChannelRegistered" -> adProgrammes.put(channel, "NOT_ENROLLED");
            case "AdProgrammeApplied" -> adProgrammes.put(channel, "APPLIED");
            case "AdProgrammeApproved", "AdProgrammeReinstated" -> adProgrammes.put(channel, "ENROLLED");
            case "AdProgrammeSuspended" -> adProgrammes.put(channel, "SUSPENDED");
            case "FollowersReported" ->
                followers.put(channel, event.path("followers").asLong());
            case "VideoRegistered" -> videos.merge(channel, 1, Integer::sum);
            case "WatchTimeCounted" ->
                watched.computeIfAbsent(channel + "/" + event.path("date").asString(), day -> new HashMap<>())
                        .put(
                                event.path("videoId").asString(),
                                event.path("watchSeconds").asLong());
            case "MembershipProgrammeEnabled", "MembershipProgrammeResumed" -> programmes.put(channel, "ON");
            case "MembershipProgrammePaused" -> programmes.put(channel, "PAUSED");
            case "MembershipProgrammeTerminated" -> programmes.put(channel, "TERMINATED");
            case "ImpressionQualified" -> estimate(first(event.path("windowId")), event.path("creatorPart"), 1);
            default -> {
                takePayout(type, event);
                takeMember(type, event);
                book(type, channel, event);
            }
        }
    }

    private void takePayout(String type, JsonNode event) {
        if (type.equals("PayoutRequested") || (event.has("payoutId") && !event.has("channelId"))) {
            payouts.put(
                    event.path("payoutId").asString(),
                    type.substring("Payout".length()).toUpperCase(Locale.ROOT));
        }
    }

    private void takeMember(String type, JsonNode event) {
        Member member = members.computeIfAbsent(event.path("membershipId").asString(""), id -> new Member());
        switch (type) {
            case "MembershipStarted" -> member.channel = event.path("channelId").asString();
            case "MembershipChargeDue" -> member.charge = event.path("chargeId").asString();
            case "MembershipChargePaid" -> {
                member.status = member.status.equals("PENDING") ? "ACTIVE" : member.status;
                member.paidUntil = Instant.parse(event.path("periodEnd").asString());
                member.unpaid = false;
            }
            case "MembershipChargeDeclined" -> member.unpaid = true;
            case "MembershipPaused" -> member.status = "PAUSED";
            case "MembershipResumed" -> {
                member.status = "ACTIVE";
                member.unpaid = false;
            }
            case "MembershipCancelled" -> {
                member.status = "CANCELLED";
                Instant until = Instant.parse(event.path("perksUntil").asString());
                if (until.isAfter(Instant.parse(event.path("cancelledAt").asString()))) {
                    member.paidUntil = until;
                }
            }
            case "MembershipEnded" -> member.status = "ENDED";
            default -> {
                // no event of a membership
            }
        }
    }

    private void book(String type, String channel, JsonNode event) {
        JsonNode amount = event.path("amount");
        JsonNode creatorPart = event.path("creatorPart");
        JsonNode split = event.path("split");
        String payable = "liabilities:creators:" + channel + ":payable";
        String held = "liabilities:creators:" + channel + ":held";
        String accrued = "liabilities:creators:" + first(event.path("dayId")) + ":accrued";
        switch (type) {
            case "EarningsFinalized" -> {
                post(ADVERTISERS, payable, creatorPart);
                post(ADVERTISERS, ADS, event.path("platformPart"));
                estimate(channel, creatorPart, -1);
            }
            case "PayoutHeld" -> post(payable, held, amount);
            case "PayoutReleased" -> post(held, payable, amount);
            case "PayoutPaid" -> post(held, BANK, amount);
            case "PayoutMoneyReturned" -> post(BANK, payable, amount);
            case "MembershipPaymentBooked" -> {
                post(PAYMENTS, accrued, split.path("creatorPart"));
                post(PAYMENTS, MEMBERSHIPS, split.path("platformPart"));
                post(PAYMENTS, TAX, split.path("tax"));
                estimate(first(event.path("dayId")), split.path("creatorPart"), 1);
            }
            case "MembershipRefundBooked" -> {
                post(accrued, REFUNDS, split.path("creatorPart"));
                post(MEMBERSHIPS, REFUNDS, split.path("platformPart"));
                post(TAX, REFUNDS, split.path("tax"));
                estimate(first(event.path("dayId")), split.path("creatorPart"), -1);
            }
            case "MembershipIncomeFinalized" -> {
                post(accrued, payable, creatorPart);
                estimate(channel, creatorPart, -1);
            }
            case "RefundSettled" -> post(REFUNDS, PAYMENTS, split.path("amount"));
            default -> {
                // moves no money
            }
        }
    }

    private static String first(JsonNode id) {
        String text = id.asString("");
        return text.substring(0, Math.max(0, text.indexOf(':')));
    }

    private void post(String debit, String credit, JsonNode money) {
        BigInteger micros = BigInteger.valueOf(money.path("micros").asLong());
        if (micros.signum() != 0) {
            String currency = "/" + money.path("currency").asString();
            accounts.merge(debit + currency, micros, BigInteger::add);
            accounts.merge(credit + currency, micros.negate(), BigInteger::add);
        }
    }

    private void estimate(String channel, JsonNode money, int sign) {
        String currency = money.path("currency").asString();
        estimated.merge(channel + "/" + currency, sign * money.path("micros").asLong(), Math::addExact);
    }

    /** Seconds watched of a channel on the days up to a day, that day included, after one three months before. */
    long watchSeconds(String channel, LocalDate day) {
        long seconds = 0;
        for (LocalDate one = day.minusMonths(3).plusDays(1); !one.isAfter(day); one = one.plusDays(1)) {
            seconds += watched.getOrDefault(channel + "/" + one, Map.of()).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
        return seconds;
    }

    /** What a creator has on an account of its own, micros. */
    long owed(String channel, String kind, String currency) {
        BigInteger balance =
                accounts.getOrDefault("liabilities:creators:" + channel + ":" + kind + "/" + currency, BigInteger.ZERO);
        return balance.negate().longValueExact();
    }

    /** Whether a member has the perks at an instant (B12, B13, B21). */
    boolean hasPerks(Member member, Instant now) {
        Instant until = member.paidUntil;
        boolean has =
                switch (member.status) {
                    case "ACTIVE" -> !member.unpaid;
                    case "CANCELLED" -> until != null && now.isBefore(until);
                    default -> false;
                };
        return has && "ON".equals(programmes.get(member.channel));
    }
}
