package dev.creatorledger.command.erasure;

import dev.creatorledger.command.channel.EraseOwner;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.config.Stored;
import dev.creatorledger.command.erasure.Member.EraseMember;
import dev.creatorledger.events.channel.ChannelEvent.OwnerErased;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MemberId;
import dev.creatorledger.events.person.PersonEvent.MemberErased;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.platform.person.PersonKeys;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.EventJson;
import dev.creatorledger.platform.store.StoredEvent;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.CallContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Erases persons (U7): first the event that says so, then the key. What a crash in between leaves is finished by a
 * repeat, and at the latest by the next start, which destroys the key of everybody whom the events call erased; so is
 * a key that came back with a backup.
 */
@Component
class Erasures implements SmartLifecycle {

    private static final int PAGE = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

    private final Commands commands;
    private final PersonKeys keys;
    private final StoredEvents events;
    private volatile boolean running;

    Erasures(Commands commands, PersonKeys keys, StoredEvents events) {
        this.commands = commands;
        this.keys = keys;
        this.events = events;
    }

    /**
     * Erases a person; one who is erased already stays so.
     *
     * @throws Refusal NOT_FOUND if nobody of this name is known, UNAVAILABLE if the key could not be destroyed now
     */
    Stored erase(PersonId person, CallContext context) {
        Optional<ChannelId> channel = person.ownedChannel();
        if (channel.isPresent()) {
            Stored stored = commands.execute(new EraseOwner(channel.get()), channel.get(), context);
            destroyKeyOf(person);
            return new Stored(person.value(), stored.version(), stored.position(), false);
        }
        if (!keys.knows(person)) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is nobody of this name.");
        }
        Stored stored = erased(person.member().orElseThrow(), context);
        destroyKeyOf(person);
        return new Stored(person.value(), stored.version(), stored.position(), false);
    }

    private Stored erased(MemberId member, CallContext context) {
        return commands.execute(new EraseMember(member), member, context);
    }

    private void destroyKeyOf(PersonId person) {
        try {
            keys.destroy(Set.of(person));
            LOG.info("The key of {} is destroyed", person);
        } catch (DataAccessException e) {
            LOG.error("The key of {} is not destroyed yet; a repeat or the next start does it", person, e);
            throw new Refusal(ErrorCode.UNAVAILABLE, "The key could not be destroyed; send the erasure again.");
        }
    }

    /** Destroys the keys of everybody who was erased; most of them have none any more. */
    @Override
    public void start() {
        destroyKeysOfAll(OwnerErased.class, event -> PersonId.owner(event.channelId()));
        destroyKeysOfAll(MemberErased.class, event -> PersonId.member(event.memberId()));
        running = true;
    }

    private <E> void destroyKeysOfAll(Class<E> type, Function<E, PersonId> personOf) {
        StoredEvents.Filter erased = new StoredEvents.Filter(null, type.getSimpleName(), null, null, null);
        long after = 0;
        List<StoredEvent> page;
        do {
            page = events.page(erased, after, PAGE);
            if (!page.isEmpty()) {
                keys.destroy(page.stream()
                        .map(event -> personOf.apply(type.cast(EventJson.read(event))))
                        .collect(Collectors.toSet()));
                after = page.get(page.size() - 1).position();
            }
        } while (page.size() == PAGE);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }
}
