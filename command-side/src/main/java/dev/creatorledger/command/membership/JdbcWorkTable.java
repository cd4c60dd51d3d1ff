package dev.creatorledger.command.membership;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.membership.MembershipDayId;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.platform.metrics.Waiting;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * In PostgreSQL. What a batch of events changes is written together, in the transaction that also stores how far its
 * reader has come.
 */
final class JdbcWorkTable implements WorkTable {

    private static final String BEGIN =
            "INSERT INTO membership_work (membership_id, channel_id) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String DUE_AT = "UPDATE membership_work SET due_at = ? WHERE membership_id = ?";
    private static final String PAID =
            "UPDATE membership_work SET due_at = GREATEST(due_at, ?) WHERE membership_id = ?";
    private static final String OVER =
            "DELETE FROM membership_work WHERE membership_id = ? AND due_at = ? AND listed_until IS NOT NULL";
    private static final String DONE =
            "UPDATE membership_work SET due_at = NULL WHERE membership_id = ? AND due_at = ?";
    private static final String CANCELLED =
            "UPDATE membership_work SET due_at = ?, listed_until = ? WHERE membership_id = ?";
    private static final String FORGET = "DELETE FROM membership_work WHERE membership_id = ?";
    private static final String DUE =
            """
            SELECT membership_id, channel_id, due_at FROM membership_work
            WHERE due_at <= ? ORDER BY due_at, membership_id LIMIT ? OFFSET ?
            """;
    private static final String MEMBERS =
            """
            SELECT membership_id FROM membership_work
            WHERE channel_id = ? AND membership_id > ? ORDER BY membership_id LIMIT ?
            """;
    private static final String COUNT = "SELECT count(*) FROM membership_work WHERE channel_id = ?";
    private static final String TURN =
            "INSERT INTO programme_turn (channel_id, turn, terminated) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String TURNS = "SELECT channel_id, turn, terminated, told_up_to, told FROM programme_turn";
    private static final String TURNS_AFTER = " WHERE (channel_id, turn) > (?, ?) ORDER BY channel_id, turn LIMIT ?";
    private static final String TOLD =
            "UPDATE programme_turn SET told_up_to = ?, told = told + ? WHERE channel_id = ? AND turn = ? AND told_up_to = ?";
    private static final String TURN_DONE = "DELETE FROM programme_turn WHERE channel_id = ? AND turn = ?";
    private static final String PAUSED =
            """
            INSERT INTO programme_pause (channel_id, expires_at) VALUES (?, ?)
            ON CONFLICT (channel_id) DO UPDATE SET expires_at = excluded.expires_at
            """;
    private static final String NOT_PAUSED = "DELETE FROM programme_pause WHERE channel_id = ?";
    private static final String PAUSE_DONE = "DELETE FROM programme_pause WHERE channel_id = ? AND expires_at = ?";
    private static final String EXPIRED =
            """
            SELECT channel_id, expires_at FROM programme_pause
            WHERE expires_at <= ? ORDER BY expires_at, channel_id LIMIT 1
            """;
    private static final String DAY =
            "INSERT INTO membership_day_work (day_id, due_at) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String DAY_DONE = "DELETE FROM membership_day_work WHERE day_id = ?";
    private static final String DAYS =
            "SELECT day_id FROM membership_day_work WHERE due_at <= ? ORDER BY due_at, day_id LIMIT ? OFFSET ?";

    private static final String WAITING =
            """
            SELECT (SELECT count(*) FROM (SELECT 1 FROM membership_work WHERE due_at IS NOT NULL LIMIT ?) AS counted),
                   (SELECT count(*) FROM (SELECT 1 FROM membership_work WHERE due_at <= ? LIMIT ?) AS counted),
                   LEAST((SELECT min(due_at) FROM membership_work WHERE due_at <= ?),
                         (SELECT min(expires_at) FROM programme_pause WHERE expires_at <= ?))
            """;
    private static final String OPEN_TURNS = "SELECT count(*) FROM (SELECT 1 FROM programme_turn LIMIT ?) AS counted";
    private static final String DUE_DAYS =
            "SELECT count(*) FROM (SELECT 1 FROM membership_day_work WHERE due_at <= ? LIMIT ?) AS counted";

    private final JdbcTemplate jdbc;
    private final RowWrites rows;

    JdbcWorkTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        rows = new RowWrites(jdbc);
    }

    @Override
    public void begin(MembershipId membershipId, ChannelId channelId) {
        rows.write(member(membershipId), BEGIN, membershipId.value(), channelId.value());
    }

    @Override
    public void dueAt(MembershipId membershipId, @Nullable Instant at) {
        rows.write(member(membershipId), DUE_AT, at == null ? null : timestamp(at), membershipId.value());
    }

    @Override
    public void paidUntil(MembershipId membershipId, Instant periodEnd) {
        rows.write(member(membershipId), PAID, timestamp(periodEnd), membershipId.value());
    }

    @Override
    public void done(DueMembership due) {
        jdbc.update(OVER, due.membershipId().value(), timestamp(due.dueAt()));
        jdbc.update(DONE, due.membershipId().value(), timestamp(due.dueAt()));
    }

    @Override
    public void cancelled(MembershipId membershipId, Instant perksUntil) {
        rows.write(member(membershipId), CANCELLED, timestamp(perksUntil), timestamp(perksUntil), membershipId.value());
    }

    @Override
    public void forget(MembershipId membershipId) {
        rows.write(member(membershipId), FORGET, membershipId.value());
    }

    @Override
    public List<DueMembership> due(Instant by, int limit, int passedOver) {
        return jdbc.query(
                DUE,
                (row, number) -> new DueMembership(
                        new MembershipId(row.getString(1)),
                        new ChannelId(row.getString(2)),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                timestamp(by),
                limit,
                passedOver);
    }

    @Override
    public List<MembershipId> members(ChannelId channelId, String after, int limit) {
        return jdbc.query(
                MEMBERS, (row, number) -> new MembershipId(row.getString(1)), channelId.value(), after, limit);
    }

    @Override
    public long countMembers(ChannelId channelId) {
        return count(COUNT, channelId.value());
    }

    @Override
    public void turned(ChannelId channelId, long turn, boolean terminated) {
        rows.write(turn(channelId, turn), TURN, channelId.value(), turn, terminated);
    }

    @Override
    public List<OpenTurn> turnsAfter(String channelId, long turn, int limit) {
        return turnsBy(TURNS + TURNS_AFTER, channelId, turn, limit);
    }

    @Override
    public List<OpenTurn> turns(ChannelId channelId) {
        return turnsBy(TURNS + " WHERE channel_id = ? ORDER BY turn", channelId.value());
    }

    private List<OpenTurn> turnsBy(String query, Object... arguments) {
        return jdbc.query(
                query,
                (row, number) -> new OpenTurn(
                        new ChannelId(row.getString(1)),
                        row.getLong(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getLong(5)),
                arguments);
    }

    @Override
    public void told(OpenTurn turn, String after, MembershipId last, int howMany) {
        jdbc.update(TOLD, last.value(), howMany, turn.channelId().value(), turn.turn(), after);
    }

    @Override
    public void turnDone(ChannelId channelId, long turn) {
        rows.write(turn(channelId, turn), TURN_DONE, channelId.value(), turn);
    }

    @Override
    public void paused(ChannelId channelId, Instant expiresAt) {
        rows.write(pause(channelId), PAUSED, channelId.value(), timestamp(expiresAt));
    }

    @Override
    public void notPaused(ChannelId channelId) {
        rows.write(pause(channelId), NOT_PAUSED, channelId.value());
    }

    @Override
    public void done(ExpiredPause expired) {
        jdbc.update(PAUSE_DONE, expired.channelId().value(), timestamp(expired.expiresAt()));
    }

    @Override
    public Optional<ExpiredPause> expired(Instant by) {
        return jdbc
                .query(
                        EXPIRED,
                        (row, number) -> new ExpiredPause(
                                new ChannelId(row.getString(1)),
                                row.getObject(2, OffsetDateTime.class).toInstant()),
                        timestamp(by))
                .stream()
                .findFirst();
    }

    @Override
    public void dayBooked(MembershipDayId dayId, Instant dueAt) {
        rows.write(day(dayId), DAY, dayId.value(), timestamp(dueAt));
    }

    @Override
    public void dayFinal(MembershipDayId dayId) {
        rows.write(day(dayId), DAY_DONE, dayId.value());
    }

    @Override
    public List<MembershipDayId> days(Instant by, int limit, int passedOver) {
        return jdbc.query(
                DAYS, (row, number) -> MembershipDayId.parse(row.getString(1)), timestamp(by), limit, passedOver);
    }

    @Override
    public Work work(Instant now, int countUpTo) {
        OffsetDateTime time = timestamp(now);
        Waiting members = jdbc.query(
                        WAITING, (row, number) -> Waiting.of(row, now), countUpTo, time, countUpTo, time, time)
                .get(0);
        return new Work(members, count(OPEN_TURNS, countUpTo), count(DUE_DAYS, time, countUpTo));
    }

    private long count(String query, Object... arguments) {
        Long count = jdbc.queryForObject(query, Long.class, arguments);
        return count == null ? 0 : count;
    }

    private static String member(MembershipId membershipId) {
        return "member:" + membershipId.value();
    }

    private static String turn(ChannelId channelId, long turn) {
        return "turn:" + channelId.value() + ":" + turn;
    }

    private static String pause(ChannelId channelId) {
        return "pause:" + channelId.value();
    }

    private static String day(MembershipDayId dayId) {
        return "day:" + dayId.value();
    }

    /** Microseconds are kept, and nothing is looked at before its time: rounded up. */
    private static OffsetDateTime timestamp(Instant instant) {
        Instant kept = instant.truncatedTo(ChronoUnit.MICROS);
        return (kept.equals(instant) ? kept : kept.plus(1, ChronoUnit.MICROS)).atOffset(ZoneOffset.UTC);
    }
}
