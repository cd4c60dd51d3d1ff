package dev.creatorledger.command.window;

import dev.creatorledger.events.StreamId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.events.window.Impression;
import dev.creatorledger.events.window.ImpressionDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one impression from a JSON object; what is wrong with it makes it invalid and nothing else (A6). */
final class ItemReader {

    private static final int MAX_IMPRESSION_ID = 128;
    private static final int MAX_LONG_DIGITS = 18;

    private @Nullable String impressionId;
    private @Nullable VideoId videoId;
    private @Nullable String adId;
    private @Nullable String adType;
    private @Nullable Instant shownAt;
    private long watchedMillis;
    private @Nullable Money netRevenue;
    private @Nullable ItemProblem moneyProblem;

    /**
     * Reads the value that begins at the parser's current token, to its end.
     *
     * @throws tools.jackson.core.JacksonException if the bytes are no JSON
     */
    Item read(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new Item.Invalid(null, null, 0, ItemProblem.NOT_AN_OBJECT);
        }
        reset();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            field(name, value, parser);
        }
        return item();
    }

    private void reset() {
        impressionId = null;
        videoId = null;
        adId = null;
        adType = null;
        shownAt = null;
        watchedMillis = -1;
        netRevenue = null;
        moneyProblem = null;
    }

    private void field(String name, JsonToken value, JsonParser parser) {
        switch (name) {
            case "impressionId" -> impressionId = printable(text(value, parser));
            case "videoId" -> videoId = video(text(value, parser));
            case "adId" -> adId = wellFormed(text(value, parser));
            case "adType" -> adType = wellFormed(text(value, parser));
            case "shownAt" -> shownAt = instant(text(value, parser));
            case "watchedMillis" -> watchedMillis = millis(value, parser);
            case "netRevenue" -> money(value, parser);
            default -> parser.skipChildren();
        }
    }

    @SuppressWarnings("NullAway") // nothing is missing where there is no problem
    private Item item() {
        ItemProblem problem = problem();
        if (problem != null) {
            return new Item.Invalid(impressionId, videoId, netRevenue == null ? 0 : netRevenue.micros(), problem);
        }
        Impression impression = new Impression(impressionId, videoId, adId, adType, shownAt, watchedMillis, netRevenue);
        return new Item.Valid(impression, ImpressionDigest.of(impression));
    }

    private @Nullable ItemProblem problem() {
        if (impressionId == null) {
            return ItemProblem.IMPRESSION_ID_INVALID;
        } else if (videoId == null) {
            return ItemProblem.VIDEO_ID_INVALID;
        } else if (adId == null) {
            return ItemProblem.AD_ID_INVALID;
        } else if (adType == null) {
            return ItemProblem.AD_TYPE_INVALID;
        } else if (shownAt == null) {
            return ItemProblem.SHOWN_AT_INVALID;
        } else if (watchedMillis < 0) {
            return ItemProblem.WATCHED_MILLIS_INVALID;
        } else if (netRevenue == null) {
            return moneyProblem == null ? ItemProblem.NET_REVENUE_INVALID : moneyProblem;
        }
        return null;
    }

    private static @Nullable String text(JsonToken value, JsonParser parser) {
        if (value == JsonToken.VALUE_STRING) {
            return parser.getString();
        }
        parser.skipChildren();
        return null;
    }

    private static @Nullable String printable(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > MAX_IMPRESSION_ID) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return null;
            }
        }
        return text;
    }

    private static @Nullable String wellFormed(@Nullable String text) {
        return text != null && StreamId.isWellFormed(text) ? text : null;
    }

    private static @Nullable VideoId video(@Nullable String text) {
        return text != null && StreamId.isWellFormed(text) ? new VideoId(text) : null;
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Rfc3339.parse(text);
    }

    /** The whole number, or -1: fractions, texts, negative numbers and those of more than 18 digits are none. */
    private static long millis(JsonToken value, JsonParser parser) {
        if (value != JsonToken.VALUE_NUMBER_INT || parser.getStringLength() > MAX_LONG_DIGITS) {
            parser.skipChildren();
            return -1;
        }
        // Not by the parser's own conversion: it would build numbers of any size first.
        return parser.getLongValue();
    }

    private void money(JsonToken value, JsonParser parser) {
        netRevenue = null;
        moneyProblem = null;
        if (value != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        String amount = null;
        String currency = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            switch (name) {
                case "amount" -> amount = text(token, parser);
                case "currency" -> currency = text(token, parser);
                default -> parser.skipChildren();
            }
        }
        if (amount != null && currency != null) {
            money(amount, currency);
        }
    }

    private void money(String amount, String currency) {
        if (!Money.IRR.getCurrencyCode().equals(currency)) {
            moneyProblem = currency.length() == 3 ? ItemProblem.CURRENCY_NOT_IRR : ItemProblem.NET_REVENUE_INVALID;
            return;
        }
        try {
            Money read = Money.ofMajor(amount, Money.IRR);
            if (read.isNegative()) {
                moneyProblem = ItemProblem.NET_REVENUE_NEGATIVE;
            } else {
                netRevenue = read;
            }
        } catch (NumberFormatException | ArithmeticException e) {
            moneyProblem = ItemProblem.NET_REVENUE_INVALID;
        }
    }
}
