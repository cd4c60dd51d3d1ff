package dev.creatorledger.standalone.demo;

import dev.creatorledger.standalone.load.Answer;
import dev.creatorledger.standalone.load.LedgerClient;
import dev.creatorledger.standalone.load.Outcomes;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Prints what the demo's channels earned, as the queries of the contract tell it. */
final class DemoReport {

    private static final int TOP = 12;
    private static final String LINE = "%15s %15s %10s %10s %10s   %s";

    private final LedgerClient client;
    private final DemoData data;
    private final PrintStream out;

    DemoReport(LedgerClient client, DemoData data, PrintStream out) {
        this.client = client;
        this.data = data;
        this.out = out;
    }

    /** Prints outcomes, refusals and the channels that earned most. */
    void print(DemoRun run, Outcomes outcomes) {
        Map<String, Answer> refused = run.refused();
        out.println();
        say("What became of %,d impressions (one in ten was sent twice):", outcomes.sent());
        outcomes.counts().forEach((outcome, count) -> say("  %-14s %,12d", outcome, count));
        out.println();
        say("Applications that were refused:");
        data.cast().channels().stream()
                .filter(channel -> refused.containsKey(channel.id()))
                .forEach(channel -> sayRefused(channel, refused.get(channel.id())));
        out.println();
        List<ChannelLine> lines = data.cast().channels().stream()
                .map(channel -> line(channel, run.position()))
                .sorted(Comparator.comparing(ChannelLine::total).reversed())
                .toList();
        sayTable(lines);
        out.println();
        sayMembers(run.members().figures());
    }

    private void sayMembers(DemoMembers.Figures members) {
        say(
                "Memberships of %s: %d members at $4.99 a month, %d paid after cancelling and paid back;",
                data.cast().channels().get(0).title(), members.active(), members.refunds());
        say("the creator's 70 %% of it: $%s, final an hour after the day ends (UTC).", members.creatorPart());
    }

    private void sayRefused(DemoChannel channel, @Nullable Answer answer) {
        if (answer == null) {
            return;
        }
        for (JsonNode violation : answer.json().path("violations")) {
            say(
                    "  %-12s required %s, actual %s   %s",
                    violation.path("code").asString("?"),
                    violation.path("required").asString("?"),
                    violation.path("actual").asString("?"),
                    channel.title());
        }
    }

    private void sayTable(List<ChannelLine> lines) {
        say("The %d channels that earned most, in toman (1 toman = 10 rial):", Math.min(TOP, lines.size()));
        say(LINE, "estimated", "final", "qualified", "views", "RPM", "title");
        lines.stream().limit(TOP).forEach(this::sayLine);
        ChannelLine all = new ChannelLine(
                "all " + lines.size() + " channels",
                sum(lines, ChannelLine::estimated),
                sum(lines, ChannelLine::settled),
                lines.stream().mapToLong(ChannelLine::qualified).sum(),
                lines.stream().mapToLong(ChannelLine::notQualified).sum(),
                lines.stream().mapToLong(ChannelLine::views).sum());
        sayLine(all);
        say("For orientation: the platform's RPM is 30,000 to 100,000 toman on average.");
    }

    private void sayLine(ChannelLine line) {
        say(
                LINE,
                grouped(ChannelLine.toman(line.estimated())),
                grouped(ChannelLine.toman(line.settled())),
                String.format(Locale.ROOT, "%d.%d %%", line.qualifiedPerMille() / 10, line.qualifiedPerMille() % 10),
                grouped(line.views()),
                grouped(line.rpmToman()),
                line.title());
    }

    private ChannelLine line(DemoChannel channel, long position) {
        LocalDate from = LocalDate.ofInstant(data.size().from(), ZoneOffset.UTC);
        LocalDate to = LocalDate.ofInstant(data.size().now(), ZoneOffset.UTC).plusDays(1);
        String path = "/v1/channels/%s/earnings?from=%s&to=%s&by=day&limit=500&atLeast=%d"
                .formatted(channel.id(), from, to, position);
        return ChannelLine.of(channel.title(), client.get(path).orFail().json());
    }

    private static BigDecimal sum(List<ChannelLine> lines, Function<ChannelLine, BigDecimal> figure) {
        return lines.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void say(String format, Object... values) {
        out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
