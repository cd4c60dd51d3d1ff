package dev.creatorledger.command.channel;

import dev.creatorledger.command.channel.ProgrammeTerms.Price;
import dev.creatorledger.command.channel.ProgrammeTerms.PricedTier;
import dev.creatorledger.events.membership.ProgrammeEvent.TierSet;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.events.membership.TierId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tiers of a programme with what they cost and have cost (B3); none is ever taken away. */
final class Tiers {

    private final Map<TierId, PricedTier> byId = new LinkedHashMap<>();

    /** How many prices are remembered. */
    int size() {
        return byId.values().stream().mapToInt(tier -> tier.prices().size()).sum();
    }

    @Nullable
    Tier find(TierId tierId) {
        PricedTier known = byId.get(tierId);
        return known == null ? null : known.tier();
    }

    /** All but one of them. */
    List<Tier> without(TierId tierId) {
        return byId.values().stream()
                .map(PricedTier::tier)
                .filter(tier -> !tier.tierId().equals(tierId))
                .toList();
    }

    /** The currency of the programme: that of its first tier; null before there is one (M2). */
    @Nullable
    Currency currency() {
        return all().stream()
                .findFirst()
                .map(tier -> tier.tier().monthlyPrice().currency())
                .orElse(null);
    }

    Collection<PricedTier> all() {
        return byId.values();
    }

    Map<TierId, PricedTier> byId() {
        return byId;
    }

    void set(TierSet event) {
        Tier tier = event.tier();
        PricedTier before = byId.get(tier.tierId());
        List<Price> prices = new ArrayList<>(before == null ? List.of() : before.prices());
        if (before == null || !before.tier().monthlyPrice().equals(tier.monthlyPrice())) {
            prices.add(new Price(event.setAt(), tier.monthlyPrice()));
        }
        byId.put(tier.tierId(), new PricedTier(tier, List.copyOf(prices)));
    }
}
