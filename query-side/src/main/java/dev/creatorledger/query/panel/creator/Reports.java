package dev.creatorledger.query.panel.creator;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Page;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.balance.BalanceJson;
import dev.creatorledger.query.balance.BalanceQueries;
import dev.creatorledger.query.balance.StatementJson;
import dev.creatorledger.query.balance.StatementQueries;
import dev.creatorledger.query.channel.ChannelJson;
import dev.creatorledger.query.channel.ChannelQueries;
import dev.creatorledger.query.earnings.EarningsItem;
import dev.creatorledger.query.earnings.EarningsQueries;
import dev.creatorledger.query.earnings.MonthEstimate;
import dev.creatorledger.query.earnings.TopVideos;
import dev.creatorledger.query.panel.page.Visitor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** What the API tells of a channel and its income, asked for in the name of whoever looks at the page. */
final class Reports {

    private static final AtLeast ANY = new AtLeast(0);

    private final ChannelQueries channels;
    private final BalanceQueries balances;
    private final EarningsQueries earnings;
    private final StatementQueries statements;

    Reports(ChannelQueries channels, BalanceQueries balances, EarningsQueries earnings, StatementQueries statements) {
        this.channels = channels;
        this.balances = balances;
        this.earnings = earnings;
        this.statements = statements;
    }

    static <T> T body(ResponseEntity<T> answer) {
        return Objects.requireNonNull(answer.getBody());
    }

    static Caller asking(Visitor visitor, ChannelId channelId, String what) {
        return visitor.asking("/v1/channels/" + channelId.value() + what);
    }

    ChannelJson channel(ChannelId channelId, Visitor visitor) {
        return body(channels.channel(channelId, null, ANY, asking(visitor, channelId, "")));
    }

    BalanceJson balance(ChannelId channelId, AtLeast atLeast, Visitor visitor) {
        return body(balances.balance(channelId, null, atLeast, asking(visitor, channelId, "/balance")));
    }

    Page<EarningsItem> earnings(
            ChannelId channelId,
            @Nullable String from,
            @Nullable String to,
            String by,
            PageRequest page,
            Visitor visitor) {
        return body(earnings.earnings(channelId, from, to, by, page, ANY, asking(visitor, channelId, "/earnings")));
    }

    List<TopVideos.Item> topVideos(
            ChannelId channelId, @Nullable String from, @Nullable String to, int limit, Visitor visitor) {
        return body(earnings.top(
                        channelId,
                        from,
                        to,
                        new PageRequest(limit, null),
                        ANY,
                        asking(visitor, channelId, "/videos/top")))
                .items();
    }

    MonthEstimate estimate(ChannelId channelId, Visitor visitor) {
        return body(earnings.estimate(channelId, ANY, asking(visitor, channelId, "/estimate")));
    }

    StatementJson statement(ChannelId channelId, @Nullable String month, @Nullable String currency, Visitor visitor) {
        return body(
                statements.statement(channelId, month, currency, null, ANY, asking(visitor, channelId, "/statement")));
    }
}
