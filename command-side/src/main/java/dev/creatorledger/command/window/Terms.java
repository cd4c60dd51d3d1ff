package dev.creatorledger.command.window;

import dev.creatorledger.command.backfill.AskBackfill;
import dev.creatorledger.command.backfill.BackfillState;
import dev.creatorledger.command.channel.AskHourTerms;
import dev.creatorledger.command.channel.HourTerms;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.window.WindowId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.CallContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks channels and the register of backfills on what terms windows can be opened; nothing of it is kept. */
final class Terms {

    private final Commands commands;

    Terms(Commands commands) {
        this.commands = commands;
    }

    /** The terms of windows that do not exist yet (A3, A4); none of a channel that is not registered. */
    Map<WindowId, HourTerms> of(Collection<WindowId> windows, CallContext context) {
        Map<String, List<WindowId>> byChannel = new TreeMap<>();
        for (WindowId windowId : windows) {
            byChannel
                    .computeIfAbsent(windowId.channelId().value(), channel -> new ArrayList<>())
                    .add(windowId);
        }
        Map<WindowId, HourTerms> terms = new HashMap<>();
        byChannel.values().forEach(ofOne -> {
            ChannelId channelId = ofOne.get(0).channelId();
            List<Instant> hours = ofOne.stream().map(WindowId::hour).toList();
            List<HourTerms> answers = ask(new AskHourTerms(channelId, hours), context);
            for (int i = 0; i < answers.size(); i++) {
                terms.put(ofOne.get(i), answers.get(i));
            }
        });
        return terms;
    }

    private List<HourTerms> ask(AskHourTerms question, CallContext context) {
        try {
            return commands.ask(question, context);
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.NOT_FOUND) {
                return List.of();
            }
            throw refusal;
        }
    }

    /**
     * A backfill as it stands.
     *
     * @throws Refusal {@code NOT_FOUND} if there is none of this name
     */
    BackfillState backfill(BackfillId backfillId, CallContext context) {
        return commands.ask(new AskBackfill(backfillId), context);
    }
}
