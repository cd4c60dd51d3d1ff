package dev.creatorledger.standalone.load;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The sums of many channels' balances, in rial; shown, never decided upon. For many threads. */
final class Totals {

    private BigDecimal available = BigDecimal.ZERO;
    private BigDecimal held = BigDecimal.ZERO;
    private BigDecimal estimated = BigDecimal.ZERO;
    private int earning;

    synchronized void add(Answer balance) {
        JsonNode json = balance.json();
        available = available.add(amount(json, "available"));
        held = held.add(amount(json, "held"));
        estimated = estimated.add(amount(json, "estimated"));
        earning += amount(json, "total").signum() > 0 ? 1 : 0;
    }

    synchronized void say(Consumer<String> out) {
        out.accept(String.format(
                Locale.ROOT,
                "balances of %,d channels: final %,.6f IRR, estimated %,.6f IRR",
                earning,
                available.add(held),
                estimated));
    }

    private static BigDecimal amount(JsonNode json, String name) {
        return new BigDecimal(json.path(name).path("amount").asString("0"));
    }
}
