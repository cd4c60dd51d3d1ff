package dev.creatorledger.query.panel.creator;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.query.balance.StatementJson;
import dev.creatorledger.query.balance.StatementJson.StatementLine;
import dev.creatorledger.query.panel.page.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A channel's statement of a month, as a page and as a file. */
@Controller
final class StatementPages {

    private static final int MONTHS = 24;
    private static final int LINES = 100;
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String HEADER = "at,kind,reference,amount,balance,currency,sequence\r\n";

    private final Reports reports;
    private final Clock clock;

    StatementPages(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @GetMapping(ChannelFrame.CHANNEL + "/statement")
    String statement(
            @PathVariable ChannelId channelId,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(defaultValue = "1") int part,
            Visitor visitor,
            Model model) {
        ChannelFrame.into(model, reports, channelId, "statement", visitor);
        StatementJson statement = reports.statement(channelId, given(month), given(currency), visitor);
        List<StatementLine> lines = statement.lines();
        int parts = Math.max(1, (lines.size() + LINES - 1) / LINES);
        int shown = Math.min(Math.max(part, 1), parts);
        model.addAttribute("statement", statement);
        model.addAttribute("lines", lines.subList((shown - 1) * LINES, Math.min(lines.size(), shown * LINES)));
        model.addAttribute("part", shown);
        model.addAttribute("parts", parts);
        model.addAttribute("months", months());
        model.addAttribute("currencies", currencies(channelId, statement, visitor));
        return "panel/creator/statement";
    }

    /** For machines: the micro, the ISO code and UTC, whatever the language of the page. */
    @GetMapping(ChannelFrame.CHANNEL + "/statement.csv")
    ResponseEntity<byte[]> file(
            @PathVariable ChannelId channelId,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String currency,
            Visitor visitor) {
        StatementJson statement = reports.statement(channelId, given(month), given(currency), visitor);
        String name = "statement-" + channelId.value() + '-' + statement.month() + '-' + statement.currency() + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text(statement).getBytes(StandardCharsets.UTF_8));
    }

    /** Ids and kinds hold nothing that a comma or a quote would be in. */
    private static String text(StatementJson statement) {
        StringBuilder text = new StringBuilder(HEADER);
        String end = ',' + statement.currency() + ',';
        text.append(",OPENING,,,")
                .append(statement.opening().amount())
                .append(end)
                .append("\r\n");
        for (StatementLine line : statement.lines()) {
            text.append(line.at())
                    .append(',')
                    .append(line.kind())
                    .append(',')
                    .append(line.reference())
                    .append(',')
                    .append(line.amount().amount())
                    .append(',')
                    .append(line.balance().amount())
                    .append(end)
                    .append(line.sequence())
                    .append("\r\n");
        }
        return text.append(",CLOSING,,,")
                .append(statement.closing().amount())
                .append(end)
                .append("\r\n")
                .toString();
    }

    private List<YearMonth> months() {
        YearMonth current = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        return Stream.iterate(current, month -> month.minusMonths(1))
                .limit(MONTHS)
                .toList();
    }

    private List<String> currencies(ChannelId channelId, StatementJson statement, Visitor visitor) {
        var balance = reports.balance(channelId, new AtLeast(0), visitor);
        return Stream.concat(
                        Stream.of(balance.available().currency(), statement.currency()),
                        balance.others().stream().map(other -> other.available().currency()))
                .distinct()
                .toList();
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
