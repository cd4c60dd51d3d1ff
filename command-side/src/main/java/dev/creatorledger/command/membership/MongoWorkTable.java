package dev.creatorledger.command.membership;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.platform.metrics.Waiting;
import dev.creatorledger.platform.mongo.BatchWrites;
import dev.creatorledger.platform.mongo.Micros;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * In MongoDB, a document for each membership, turn, pause and day. Every write of it may come twice: what a repeat brings
 * back is taken out again by what is repeated after it, and what is done for it meanwhile is quiet.
 */
final class MongoWorkTable implements WorkTable {

    private static final String ID = "_id";
    private static final String CHANNEL = "channel";
    private static final String DUE_AT = "dueAt";
    private static final String LISTED_UNTIL = "listedUntil";
    private static final String TURN = "turn";
    private static final String TERMINATED = "terminated";
    private static final String TOLD_UP_TO = "toldUpTo";
    private static final String TOLD = "told";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final Bson BY_TIME = Sorts.ascending(DUE_AT, ID);
    private static final Bson BY_TURN = Sorts.ascending(CHANNEL, TURN);

    private final MongoCollection<Document> members;
    private final MongoCollection<Document> turns;
    private final MongoCollection<Document> pauses;
    private final MongoCollection<Document> days;

    /** The work in a database; the indexes are made if there are none. */
    MongoWorkTable(MongoDatabase database) {
        members = database.getCollection("membership_work");
        turns = database.getCollection("programme_turns");
        pauses = database.getCollection("programme_pauses");
        days = database.getCollection("membership_days");
        members.createIndex(Indexes.ascending(DUE_AT, ID));
        members.createIndex(Indexes.ascending(CHANNEL, ID));
        turns.createIndex(Indexes.ascending(CHANNEL, TURN));
        pauses.createIndex(Indexes.ascending(DUE_AT, ID));
        days.createIndex(Indexes.ascending(DUE_AT, ID));
    }

    @Override
    public void begin(MembershipId membershipId, ChannelId channelId) {
        upsert(members, membershipId.value(), setOnInsert(CHANNEL, channelId.value()));
    }

    @Override
    public void dueAt(MembershipId membershipId, @Nullable Instant at) {
        update(membershipId, at == null ? unset(DUE_AT) : set(DUE_AT, Micros.notBefore(at)));
    }

    @Override
    public void paidUntil(MembershipId membershipId, Instant periodEnd) {
        update(membershipId, max(DUE_AT, Micros.notBefore(periodEnd)));
    }

    @Override
    public void done(DueMembership due) {
        Bson still = and(eq(ID, due.membershipId().value()), eq(DUE_AT, Micros.notBefore(due.dueAt())));
        members.deleteOne(and(still, exists(LISTED_UNTIL)));
        members.updateOne(still, unset(DUE_AT));
    }

    @Override
    public void cancelled(MembershipId membershipId, Instant perksUntil) {
        long until = Micros.notBefore(perksUntil);
        update(membershipId, combine(set(DUE_AT, until), set(LISTED_UNTIL, until)));
    }

    @Override
    public void forget(MembershipId membershipId) {
        delete(members, membershipId.value());
    }

    @Override
    public List<DueMembership> due(Instant by, int limit, int passedOver) {
        return page(
                members,
                by,
                limit,
                passedOver,
                one -> new DueMembership(
                        new MembershipId(one.getString(ID)),
                        new ChannelId(one.getString(CHANNEL)),
                        Micros.instant(one.getLong(DUE_AT))));
    }

    @Override
    public List<MembershipId> members(ChannelId channelId, String after, int limit) {
        List<MembershipId> found = new ArrayList<>();
        members.find(and(eq(CHANNEL, channelId.value()), gt(ID, after)))
                .sort(Sorts.ascending(ID))
                .limit(limit)
                .forEach(one -> found.add(new MembershipId(one.getString(ID))));
        return found;
    }

    @Override
    public long countMembers(ChannelId channelId) {
        return members.countDocuments(eq(CHANNEL, channelId.value()));
    }

    @Override
    public void turned(ChannelId channelId, long turn, boolean terminated) {
        upsert(
                turns,
                turnId(channelId, turn),
                combine(
                        setOnInsert(CHANNEL, channelId.value()),
                        setOnInsert(TURN, turn),
                        setOnInsert(TERMINATED, terminated),
                        setOnInsert(TOLD_UP_TO, ""),
                        setOnInsert(TOLD, 0L)));
    }

    @Override
    public List<OpenTurn> turnsAfter(String channelId, long turn, int limit) {
        Bson after = or(gt(CHANNEL, channelId), and(eq(CHANNEL, channelId), gt(TURN, turn)));
        return turns(after, limit);
    }

    @Override
    public List<OpenTurn> turns(ChannelId channelId) {
        return turns(eq(CHANNEL, channelId.value()), 0);
    }

    private List<OpenTurn> turns(Bson which, int limit) {
        List<OpenTurn> found = new ArrayList<>();
        turns.find(which)
                .sort(BY_TURN)
                .limit(limit)
                .forEach(one -> found.add(new OpenTurn(
                        new ChannelId(one.getString(CHANNEL)),
                        one.getLong(TURN),
                        one.getBoolean(TERMINATED),
                        one.getString(TOLD_UP_TO),
                        one.getLong(TOLD))));
        return found;
    }

    @Override
    public void told(OpenTurn turn, String after, MembershipId last, int howMany) {
        turns.updateOne(
                and(eq(ID, turnId(turn.channelId(), turn.turn())), eq(TOLD_UP_TO, after)),
                combine(set(TOLD_UP_TO, last.value()), inc(TOLD, (long) howMany)));
    }

    @Override
    public void turnDone(ChannelId channelId, long turn) {
        delete(turns, turnId(channelId, turn));
    }

    @Override
    public void paused(ChannelId channelId, Instant expiresAt) {
        upsert(pauses, channelId.value(), set(DUE_AT, Micros.notBefore(expiresAt)));
    }

    @Override
    public void notPaused(ChannelId channelId) {
        delete(pauses, channelId.value());
    }

    @Override
    public void done(ExpiredPause expired) {
        pauses.deleteOne(and(eq(ID, expired.channelId().value()), eq(DUE_AT, Micros.notBefore(expired.expiresAt()))));
    }

    @Override
    public Optional<ExpiredPause> expired(Instant by) {
        return page(
                        pauses,
                        by,
                        1,
                        0,
                        one -> new ExpiredPause(new ChannelId(one.getString(ID)), Micros.instant(one.getLong(DUE_AT))))
                .stream()
                .findFirst();
    }

    @Override
    public void dayBooked(MembershipDayId dayId, Instant dueAt) {
        upsert(days, dayId.value(), setOnInsert(DUE_AT, Micros.notBefore(dueAt)));
    }

    @Override
    public void dayFinal(MembershipDayId dayId) {
        delete(days, dayId.value());
    }

    @Override
    public List<MembershipDayId> days(Instant by, int limit, int passedOver) {
        return page(days, by, limit, passedOver, one -> MembershipDayId.parse(one.getString(ID)));
    }

    @Override
    public Work work(Instant now, int countUpTo) {
        CountOptions bound = new CountOptions().limit(countUpTo);
        Bson due = lte(DUE_AT, Micros.of(now));
        Instant earliest = Stream.of(members, pauses)
                .flatMap(each -> page(each, now, 1, 0, one -> Micros.instant(one.getLong(DUE_AT))).stream())
                .min(Instant::compareTo)
                .orElse(null);
        Waiting waiting = Waiting.of(
                members.countDocuments(exists(DUE_AT), bound), members.countDocuments(due, bound), earliest, now);
        return new Work(waiting, turns.countDocuments(new Document(), bound), days.countDocuments(due, bound));
    }

    private static <T> List<T> page(
            MongoCollection<Document> from, Instant by, int limit, int passedOver, Function<Document, T> form) {
        List<T> found = new ArrayList<>();
        from.find(lte(DUE_AT, Micros.of(by)))
                .sort(BY_TIME)
                .skip(passedOver)
                .limit(limit)
                .forEach(one -> found.add(form.apply(one)));
        return found;
    }

    private void update(MembershipId membershipId, Bson change) {
        BatchWrites.write(members, new UpdateOneModel<>(eq(ID, membershipId.value()), change));
    }

    private static void upsert(MongoCollection<Document> in, String id, Bson change) {
        BatchWrites.write(in, new UpdateOneModel<>(eq(ID, id), change, UPSERT));
    }

    private static void delete(MongoCollection<Document> from, String id) {
        BatchWrites.write(from, new DeleteOneModel<>(eq(ID, id)));
    }

    private static String turnId(ChannelId channelId, long turn) {
        return channelId.value() + ":" + turn;
    }
}
