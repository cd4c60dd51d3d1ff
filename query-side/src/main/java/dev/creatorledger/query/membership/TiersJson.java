package dev.creatorledger.query.membership;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.events.membership.Perk;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.platform.web.MoneyJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tiers of a channel as callers read them, the lowest rank first (B3). */
public record TiersJson(List<TierJson> items) {

    /**
     * One tier.
     *
     * @param closed whether it takes no new members
     * @param perks its own perks
     * @param includes the tiers of lower ranks, whose perks its members have besides
     */
    public record TierJson(
            String tierId,
            String name,
            int rank,
            MoneyJson monthlyPrice,
            boolean closed,
            List<PerkJson> perks,
            List<String> includes) {}

    /** One perk. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PerkJson(Perk.Kind kind, String title, @Nullable String description) {}

    /** Of tiers by their ranks, the lowest first. */
    static TiersJson of(List<Tier> tiers) {
        List<TierJson> items = new ArrayList<>();
        for (Tier tier : tiers) {
            items.add(new TierJson(
                    tier.tierId().value(),
                    tier.title(),
                    tier.rank(),
                    MoneyJson.of(tier.monthlyPrice()),
                    tier.closed(),
                    tier.perks().stream()
                            .map(perk -> new PerkJson(perk.kind(), perk.title(), perk.description()))
                            .toList(),
                    items.stream().map(TierJson::tierId).toList()));
        }
        return new TiersJson(items);
    }
}
