package dev.creatorledger.query.payout;

import dev.creatorledger.events.LedgerEvent;
import dev.creatorledger.events.channel.ChannelEvent.EarningsFinalized;
import dev.creatorledger.events.channel.ChannelEvent.PayoutHeld;
import dev.creatorledger.events.channel.ChannelEvent.PayoutMoneyReturned;
import dev.creatorledger.events.channel.ChannelEvent.PayoutReleased;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.money.Total;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.web.MoneyJson;
import dev.creatorledger.query.journal.BookedEvents.Booked;
import dev.creatorledger.query.payout.ExplanationJson.Other;
import dev.creatorledger.query.payout.ExplanationJson.Reference;
import dev.creatorledger.query.payout.ExplanationJson.Window;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a payout is made of, from all that changed what its channel can ask for, oldest first (U5).
 *
 * <p>Where the money of the request before comes back, what that was made of is what the next one is made of. A request that
 * another one has followed is told by its name: its own explanation says the rest. So no more is held than the windows and
 * days of two requests, and of those whose money came back.
 */
final class Composition {

    private final ChannelId channelId;
    private final PayoutId payoutId;
    private final List<Window> windows = new ArrayList<>();
    private final List<Other> other = new ArrayList<>();
    private Total carriedIn;
    private Total available;
    private @Nullable PayoutId previous;
    private final List<String> givenBack = new ArrayList<>();
    private @Nullable Made before;
    private @Nullable Reference held;

    /** What the request before was made of. */
    private record Made(
            PayoutId payoutId,
            Total carriedIn,
            List<Window> windows,
            List<Other> other,
            List<String> givenBack,
            @Nullable PayoutId previous) {}

    /** Nothing was seen yet. */
    Composition(ChannelId channelId, PayoutId payoutId, Currency currency) {
        this.channelId = channelId;
        this.payoutId = payoutId;
        carriedIn = Total.zero(currency);
        available = carriedIn;
    }

    /** Takes the next event; what comes after the payout was requested does not matter to it. */
    void take(Booked booked) {
        if (held == null) {
            booked.available(channelId)
                    .filter(change -> change.currency().equals(available.currency()))
                    .ifPresent(change -> take(booked, change));
        }
    }

    private void take(Booked booked, Money change) {
        available = available.plus(change);
        if (booked.event() instanceof PayoutHeld request) {
            take(booked.stored(), request);
        } else if (before != null && before.payoutId().equals(givenBackBy(booked.event()))) {
            giveBack(before);
        } else if (booked.event() instanceof EarningsFinalized income) {
            windows.add(new Window(
                    income.windowId().hour(),
                    income.qualified(),
                    income.shareBps(),
                    income.policyVersion(),
                    MoneyJson.of(income.net()),
                    MoneyJson.of(change),
                    reference(booked.stored())));
        } else {
            other.add(new Other(
                    booked.entry().kind(),
                    booked.entry().reference(),
                    MoneyJson.of(change),
                    reference(booked.stored())));
        }
    }

    private void take(StoredEvent stored, PayoutHeld request) {
        if (request.payoutId().equals(payoutId)) {
            held = reference(stored);
            return;
        }
        before = new Made(
                request.payoutId(),
                carriedIn,
                List.copyOf(windows),
                List.copyOf(other),
                List.copyOf(givenBack),
                previous);
        previous = request.payoutId();
        carriedIn = available;
        windows.clear();
        other.clear();
        givenBack.clear();
    }

    /** As if it had not been requested: what it left was carried in, and was a part of what it was made of. */
    private void giveBack(Made made) {
        carriedIn = made.carriedIn();
        windows.addAll(0, made.windows());
        other.addAll(0, made.other());
        givenBack.addAll(made.givenBack());
        givenBack.add(made.payoutId().value());
        previous = made.previous();
        before = null;
    }

    private static @Nullable PayoutId givenBackBy(LedgerEvent event) {
        if (event instanceof PayoutReleased released) {
            return released.payoutId();
        }
        return event instanceof PayoutMoneyReturned returned ? returned.payoutId() : null;
    }

    private static Reference reference(StoredEvent stored) {
        return new Reference(stored.position(), stored.eventId(), stored.type(), stored.recordedAt());
    }

    /**
     * What it is made of, with what became of it.
     *
     * @throws IllegalStateException if the payout was never held: it is in the same commit as the request
     */
    ExplanationJson explained(Money amount, LifeCycle lifeCycle) {
        Reference hold = held;
        if (hold == null) {
            throw new IllegalStateException("nothing is held for " + payoutId);
        }
        return new ExplanationJson(
                payoutId.value(),
                channelId.value(),
                MoneyJson.of(amount),
                MoneyJson.of(carriedIn),
                List.copyOf(windows),
                List.copyOf(other),
                MoneyJson.of(available),
                previous == null ? null : previous.value(),
                givenBack.isEmpty() ? null : List.copyOf(givenBack),
                hold,
                lifeCycle.steps(),
                lifeCycle.deadline());
    }
}
