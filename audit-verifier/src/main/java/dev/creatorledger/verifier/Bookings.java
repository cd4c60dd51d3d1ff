package dev.creatorledger.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What each event books, by the rules of the books (L1, L2), from every part of an amount by itself: where parts do not
 * add up, debits and credits differ.
 */
public final class Bookings {

    private static final String ADVERTISERS = "assets:receivable:advertisers";
    private static final String PAYMENTS = "assets:receivable:payments";
    private static final String BANK = "assets:bank";
    private static final String TAX = "liabilities:tax";
    private static final String REFUNDS = "liabilities:refunds";
    private static final String ADS = "income:platform:ads";
    private static final String MEMBERSHIPS = "income:platform:memberships";
    private static final String CREATORS = "liabilities:creators:";
    private static final String PAYABLE = "payable";
    private static final String HELD = "held";
    private static final String ACCRUED = "accrued";
    private static final Set<String> OF_CHANNEL = Set.of(PAYABLE, HELD, ACCRUED);

    private static final String REVISION = "1";
    private static final byte[] MICROS = "\"micros\":".getBytes(StandardCharsets.US_ASCII);

    /** A part of an amount: the account that it goes to, on which side, and where it stands. */
    private record Part(String account, boolean debit, String field) {}

    private static final Map<String, List<Part>> MONEY = Map.of(
            "EarningsFinalized",
            List.of(debit(ADVERTISERS, "net"), credit(PAYABLE, "creatorPart"), credit(ADS, "platformPart")),
            "PayoutHeld",
            List.of(debit(PAYABLE, "amount"), credit(HELD, "amount")),
            "PayoutReleased",
            List.of(debit(HELD, "amount"), credit(PAYABLE, "amount")),
            "PayoutPaid",
            List.of(debit(HELD, "amount"), credit(BANK, "amount")),
            "PayoutMoneyReturned",
            List.of(debit(BANK, "amount"), credit(PAYABLE, "amount")),
            "MembershipPaymentBooked",
            List.of(
                    debit(PAYMENTS, "split.amount"),
                    credit(ACCRUED, "split.creatorPart"),
                    credit(MEMBERSHIPS, "split.platformPart"),
                    credit(TAX, "split.tax")),
            "MembershipRefundBooked",
            List.of(
                    debit(ACCRUED, "split.creatorPart"),
                    debit(MEMBERSHIPS, "split.platformPart"),
                    debit(TAX, "split.tax"),
                    credit(REFUNDS, "split.amount")),
            "MembershipIncomeFinalized",
            List.of(debit(ACCRUED, "creatorPart"), credit(PAYABLE, "creatorPart")),
            "RefundSettled",
            List.of(
                    debit(REFUNDS, "split.creatorPart"),
                    debit(REFUNDS, "split.platformPart"),
                    debit(REFUNDS, "split.tax"),
                    credit(PAYMENTS, "split.amount")));

    /** Events that name an amount and move none, each with the reason. */
    private static final Set<String> MOVE_NOTHING = Set.of(
            "ImpressionQualified", // estimated until its window is final
            "ImpressionNotQualified", // earns nothing
            "ImpressionsSetAside", // earns nothing
            "ImpressionWindowSealed", // the channel's EarningsFinalized books it
            "PayoutRequested", // the channel's PayoutHeld books it
            "PayoutPolicySet", // thresholds
            "TierSet", // a price
            "MembershipChargeDue", // nothing was paid yet
            "MembershipChargePaid", // the day's MembershipPaymentBooked books it
            "UnowedPaymentReceived", // likewise
            "MembershipDaySealed", // the channel's MembershipIncomeFinalized books it
            "RefundDue"); // the day's MembershipRefundBooked books it

    private Bookings() {}

    private static Part debit(String account, String field) {
        return new Part(account, true, field);
    }

    private static Part credit(String account, String field) {
        return new Part(account, false, field);
    }

    /** The types of events that are booked. */
    public static Set<String> types() {
        return MONEY.keySet();
    }

    /** The types of events that name an amount and move none. */
    public static Set<String> typesThatMoveNothing() {
        return MOVE_NOTHING;
    }

    /**
     * What an event books: at most one posting per account and currency; none if nothing was moved.
     *
     * @param payload the stored JSON
     * @throws IllegalArgumentException if it moves money in a way that is not known here
     */
    public static List<Posting> of(String type, String revision, byte[] payload) {
        return of(type, revision, payload, 0, payload.length);
    }

    static List<Posting> of(String type, String revision, byte[] text, int from, int to) {
        List<Part> parts = MONEY.get(type);
        if (parts == null) {
            if (!MOVE_NOTHING.contains(type) && namesMoney(text, from, to)) {
                throw new IllegalArgumentException("it names money, and this verifier knows no event " + type);
            }
            return List.of();
        }
        if (!revision.equals(REVISION)) {
            throw new IllegalArgumentException("this verifier knows no revision " + revision + " of " + type);
        }
        try {
            return merged(parts, Json.object(text, from, to));
        } catch (Malformed | ArithmeticException e) {
            throw new IllegalArgumentException("its amounts cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean namesMoney(byte[] text, int from, int to) {
        for (int at = from; at + MICROS.length <= to; at++) {
            if (text[at] == MICROS[0] && Arrays.equals(text, at, at + MICROS.length, MICROS, 0, MICROS.length)) {
                return true;
            }
        }
        return false;
    }

    private static List<Posting> merged(List<Part> parts, Map<String, Object> event) {
        Map<String, Posting> postings = new LinkedHashMap<>();
        for (Part part : parts) {
            Map<String, Object> money = event;
            for (String field : part.field().split("\\.", -1)) {
                money = Fields.object(money, field);
            }
            long micros = Fields.number(money, "micros");
            Posting one = new Posting(
                    account(part.account(), event),
                    Fields.text(money, "currency"),
                    part.debit() ? micros : Math.negateExact(micros));
            postings.merge(
                    one.account() + '/' + one.currency(),
                    one,
                    (before, more) -> new Posting(
                            before.account(), before.currency(), Math.addExact(before.micros(), more.micros())));
        }
        List<Posting> moved = new ArrayList<>(postings.values());
        moved.removeIf(posting -> posting.micros() == 0);
        return moved;
    }

    private static String account(String account, Map<String, Object> event) {
        return OF_CHANNEL.contains(account) ? CREATORS + channelOf(event) + ':' + account : account;
    }

    /** The channel that is named, or whose day it is. */
    private static String channelOf(Map<String, Object> event) {
        if (event.get("channelId") instanceof String channel) {
            return channel;
        }
        String day = Fields.text(event, "dayId");
        int colon = day.indexOf(':');
        if (colon < 0) {
            throw new Malformed("dayId names no channel");
        }
        return day.substring(0, colon);
    }
}
