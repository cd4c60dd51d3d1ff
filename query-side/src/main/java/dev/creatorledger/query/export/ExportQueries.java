package dev.creatorledger.query.export;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.query.channel.Channels;
import dev.creatorledger.query.view.Reading;
import dev.creatorledger.query.view.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives the books and the events away, as they are at one position, streamed (U4). */
@RestController
public final class ExportQueries {

    private final Reading reading;
    private final Channels channels;
    private final StoredEvents events;
    private final List<ExportFormat> formats;
    private final ExportSettings settings;
    private final Semaphore places;

    /** Answers in these formats. */
    public ExportQueries(
            Reading reading,
            Channels channels,
            StoredEvents events,
            List<ExportFormat> formats,
            ExportSettings settings) {
        this.reading = reading;
        this.channels = channels;
        this.events = events;
        this.formats = List.copyOf(formats);
        this.settings = settings;
        this.places = new Semaphore(settings.atOnce());
    }

    /** The names of the forms that exports come in. */
    public List<String> formats() {
        return formats.stream().map(ExportFormat::name).toList();
    }

    /** Streams an export: of a channel or of everything, of a period or of all time (U4). */
    @GetMapping("/v1/audit/export")
    public void export(
            @RequestParam(name = "format", required = false) @Nullable String formatText,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            AtLeast atLeast,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Fields fields = new Fields();
        Optional<ExportFormat> format = format(fields, formatText);
        ChannelId channelId = fields.optionalId("channel", channel, ChannelId::new);
        Instant first = fields.optionalBeginning("from", from);
        Instant end = fields.optionalEnd("to", to);
        if (first != null && end != null && !first.isBefore(end)) {
            fields.refuse("to", "an instant after from");
        }
        fields.check();
        if (channelId != null) {
            reading.from(atLeast, List.of(View.CHANNELS), () -> channels.require(channelId));
        }
        long head = events.head();
        answer(
                format.orElseThrow(),
                reading.from(atLeast, head, () -> new Selection(channelId, first, end, head)),
                request,
                response);
    }

    private Optional<ExportFormat> format(Fields fields, @Nullable String name) {
        Optional<ExportFormat> found =
                formats.stream().filter(format -> format.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            fields.refuse(
                    "format",
                    "one of " + formats.stream().map(ExportFormat::name).toList());
        }
        return found;
    }

    private void answer(
            ExportFormat format,
            ResponseEntity<Selection> read,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Selection selection = Optional.ofNullable(read.getBody()).orElseThrow();
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(read.getHeaders());
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename(fileName(format, selection))
                .build());
        OutputStream out = ExportAnswer.of(
                response, format.mediaType(), headers, (int) settings.buffer().toBytes());
        if (!places.tryAcquire()) {
            throw new Refusal(ErrorCode.TOO_MANY_REQUESTS, "As many exports are being written as may be at once");
        }
        try {
            if (!request.getMethod().equals("HEAD")) {
                format.write(selection, out);
            }
            out.flush(); // the end of what is whole: not in a finally, and never by closing
        } finally {
            places.release();
        }
    }

    /** Names what is in it; an id of a channel is a file's name everywhere. */
    private static String fileName(ExportFormat format, Selection selection) {
        ChannelId channelId = selection.channelId();
        return "ledger-" + (channelId == null ? "" : channelId.value() + "-") + selection.head() + "."
                + format.fileEnding();
    }
}
