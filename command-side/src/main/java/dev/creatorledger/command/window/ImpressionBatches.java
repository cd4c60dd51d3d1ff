package dev.creatorledger.command.window;

import dev.creatorledger.command.backfill.BackfillState;
import dev.creatorledger.command.video.VideoDirectory;
import dev.creatorledger.events.backfill.BackfillId;
import dev.creatorledger.events.video.VideoId;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.store.StoredEvents;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.CommandOutcome;
import dev.creatorledger.platform.web.HttpLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes batches of impressions (A5–A11): one JSON document, or lines of NDJSON that are answered as they come. */
@RestController
class ImpressionBatches {

    private static final String PATH = "/v1/impressions:batch";
    private static final String NDJSON = "application/x-ndjson";

    private final BatchReader reader;
    private final VideoDirectory videos;
    private final Terms terms;
    private final BookingLane lane;
    private final BatchAdmission admission;
    private final BookingSettings settings;
    private final HttpLimits limits;
    private final StoredEvents storedEvents;

    ImpressionBatches(
            BatchReader reader,
            VideoDirectory videos,
            Terms terms,
            BookingLane lane,
            BatchAdmission admission,
            BookingSettings settings,
            HttpLimits limits,
            StoredEvents storedEvents) {
        this.reader = reader;
        this.videos = videos;
        this.terms = terms;
        this.lane = lane;
        this.admission = admission;
        this.settings = settings;
        this.limits = limits;
        this.storedEvents = storedEvents;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    void document(
            @RequestParam(required = false) @Nullable String backfill,
            HttpServletRequest request,
            HttpServletResponse response,
            CallContext context)
            throws IOException {
        BatchAdmission.Place place = admission.enter(context.actor(), placesOf(request));
        try {
            BackfillId backfillId = known(backfill, context);
            byte[] body = body(request);
            Batch batch = batch(reader.document(body, body.length), backfillId, context);
            Booked booked = lane.book(batch);
            Counts counts = new Counts();
            counts.add(booked.batch());
            tell(request, counts, booked.position());
            AnswerBytes answer = AnswerBytes.document(booked);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setContentLength(answer.length());
            answer.flushTo(response.getOutputStream());
        } finally {
            place.leave();
        }
    }

    @PostMapping(path = PATH, consumes = NDJSON)
    void lines(
            @RequestParam(required = false) @Nullable String backfill,
            HttpServletRequest request,
            HttpServletResponse response,
            CallContext context)
            throws IOException {
        BatchAdmission.Place place = admission.enter(context.actor(), 1);
        try {
            BackfillId backfillId = known(backfill, context);
            response.setContentType(NDJSON);
            Lines lines =
                    new Lines(request.getInputStream(), (int) settings.maxLine().toBytes());
            book(lines, request, response, chunk -> lane.book(batch(chunk, backfillId, context)));
        } finally {
            place.leave();
        }
    }

    private void book(
            Lines lines, HttpServletRequest request, HttpServletResponse response, Function<List<Item>, Booked> booking)
            throws IOException {
        AnswerBytes answer = new AnswerBytes();
        Counts counts = new Counts();
        long index = 0;
        long position = 0;
        for (List<Item> chunk = chunk(lines); !chunk.isEmpty(); chunk = chunk(lines)) {
            Booked booked;
            try {
                booked = booking.apply(chunk);
            } catch (Refusal refusal) {
                if (index == 0) {
                    throw refusal;
                }
                answer.brokenOff(refusal).flushTo(response.getOutputStream());
                return;
            }
            counts.add(booked.batch());
            answer.lines(booked.batch(), index).flushTo(response.getOutputStream());
            response.flushBuffer();
            index += chunk.size();
            position = booked.position();
            tell(request, counts, position);
        }
        answer.lastLine(counts, position == 0 ? storedEvents.head() : position).flushTo(response.getOutputStream());
    }

    private static void tell(HttpServletRequest request, Counts counts, long position) {
        CommandOutcome outcome = CommandOutcome.of(request);
        outcome.counted(counts.toString());
        outcome.storedAt(Long.toString(position));
    }

    private List<Item> chunk(Lines lines) throws IOException {
        List<Item> items = new ArrayList<>();
        while (items.size() < settings.ndjsonChunk()) {
            Lines.Found found = lines.next();
            if (found == Lines.Found.END) {
                break;
            }
            items.add(
                    found == Lines.Found.LINE
                            ? reader.line(lines.line(), lines.length())
                            : new Item.Invalid(null, null, 0, ItemProblem.LINE_TOO_LONG));
        }
        return items;
    }

    private Batch batch(List<Item> items, @Nullable BackfillId backfillId, CallContext context) {
        Set<VideoId> named = new HashSet<>();
        for (Item item : items) {
            VideoId videoId = item.videoId();
            if (videoId != null) {
                named.add(videoId);
            }
        }
        return Batch.of(items, videos.findAll(named), backfillId, context);
    }

    /** The backfill that a request names, if any: one that was never opened is not found (A11). */
    private @Nullable BackfillId known(@Nullable String backfill, CallContext context) {
        if (backfill == null) {
            return null;
        }
        BackfillState state = terms.backfill(new BackfillId(backfill), context);
        return state.id();
    }

    /** A document is held whole, so it counts by its length; one that does not tell it, as the longest. */
    private int placesOf(HttpServletRequest request) {
        long told = request.getContentLengthLong();
        long longest = limits.batchBody().toBytes();
        return 1
                + (int) ((told < 0 ? longest : Math.min(told, longest))
                        / settings.placeSize().toBytes());
    }

    /** The body whole: the platform ends one that is over its limit. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        try (InputStream in = request.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
