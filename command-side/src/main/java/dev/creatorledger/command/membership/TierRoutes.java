package dev.creatorledger.command.membership;

import dev.creatorledger.command.channel.ProgrammeCommand.AskProgramme;
import dev.creatorledger.command.channel.ProgrammeCommand.PutTier;
import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.membership.PerkRules.NoPerkIsProhibited;
import dev.creatorledger.command.membership.PerkRules.Offer;
import dev.creatorledger.command.membership.RefusedPerk.RecordRefusedPerk;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.Perk;
import dev.creatorledger.events.membership.Tier;
import dev.creatorledger.events.membership.TierId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.events.refusal.RefusalId;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.Violation;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.platform.web.MoneyJson;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.IdentifierFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tiers over HTTP (B3), and the perks that they must not offer (B4). */
@RestController
class TierRoutes {

    private static final int MAX_NAME = 200;
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_PERKS = 50;
    private static final int MAX_RANK = 1_000;

    private final Commands commands;

    TierRoutes(Commands commands) {
        this.commands = commands;
    }

    /** Makes a tier, or gives it anew. */
    @PutMapping("/v1/channels/{channelId}/tiers/{tierId}")
    ResponseEntity<CommandAnswer> put(
            @PathVariable String channelId,
            @PathVariable String tierId,
            @RequestBody TierBody body,
            Caller caller,
            CallContext context) {
        ChannelId id = new ChannelId(channelId);
        caller.mayActFor(id);
        TierId tier = new TierId(tierId);
        Fields fields = new Fields();
        List<Offer> offers = body.offers(fields);
        fields.check();
        commands.ask(new AskProgramme(id), context); // nothing is recorded of a channel that does not exist
        refuseProhibited(id, tier, offers, context);
        Tier asked = body.tier(tier, fields);
        fields.check();
        return CommandAnswer.respond(commands.execute(new PutTier(id, asked), id, context));
    }

    private void refuseProhibited(ChannelId channelId, TierId tierId, List<Offer> offers, CallContext context) {
        NoPerkIsProhibited rule = new NoPerkIsProhibited(offers);
        if (rule.holds()) {
            return;
        }
        Refusal refusal = rule.refusal();
        for (Violation violation : refusal.violations()) {
            RefusalId refusalId =
                    RefusalId.ofCall(IdentifierFactory.getInstance().generateIdentifier());
            commands.execute(
                    new RecordRefusedPerk(
                            refusalId, channelId, tierId, String.valueOf(violation.actual()), violation.code()),
                    refusalId,
                    context);
        }
        throw refusal;
    }

    record TierBody(
            @Nullable String name,
            @Nullable Integer rank,
            @Nullable MoneyJson monthlyPrice,
            @Nullable Boolean closed,
            @Nullable List<@Nullable PerkBody> perks) {

        /** What is asked about each perk, whatever it is. */
        List<Offer> offers(Fields fields) {
            List<Offer> offers = new ArrayList<>();
            List<@Nullable PerkBody> asked = perks == null ? List.of() : perks;
            if (asked.size() > MAX_PERKS) {
                fields.refuse("perks", "at most " + MAX_PERKS);
                return offers;
            }
            for (int i = 0; i < asked.size(); i++) {
                String field = "perks[" + i + "]";
                PerkBody perk = asked.get(i);
                if (perk == null) {
                    fields.refuse(field, "a perk");
                    continue;
                }
                offers.add(new Offer(
                        fields.text(field + ".kind", perk.kind(), MAX_NAME),
                        fields.text(field + ".title", perk.title(), MAX_NAME),
                        fields.optionalText(field + ".audience", perk.audience(), MAX_NAME),
                        fields.optionalText(field + ".awardedBy", perk.awardedBy(), MAX_NAME)));
            }
            return offers;
        }

        /** The tier, once no perk of it is prohibited. */
        Tier tier(TierId tierId, Fields fields) {
            List<Perk> checked = new ArrayList<>();
            List<@Nullable PerkBody> asked = perks == null ? List.of() : perks;
            for (int i = 0; i < asked.size(); i++) {
                PerkBody perk = asked.get(i);
                if (perk != null && perk.title() != null) {
                    String field = "perks[" + i + "]";
                    checked.add(new Perk(
                            fields.oneOf(field + ".kind", perk.kind(), Perk.Kind.class),
                            perk.title(),
                            fields.optionalText(field + ".description", perk.description(), MAX_TEXT)));
                }
            }
            String checkedName = fields.text("name", name, MAX_NAME);
            int checkedRank = fields.number("rank", rank, 0, MAX_RANK);
            Money price = fields.money("monthlyPrice", monthlyPrice);
            return new Tier(tierId, checkedName, checkedRank, price, fields.flag(closed), checked);
        }
    }

    record PerkBody(
            @Nullable String kind,
            @Nullable String title,
            @Nullable String description,
            @Nullable String audience,
            @Nullable String awardedBy) {}
}
