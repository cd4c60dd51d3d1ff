package dev.creatorledger.verifier;

import dev.creatorledger.verifier.TestExport.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ways to edit an export, by those who know its form and by those who do not. */
final class Edits {

    /**
     * One way.
     *
     * @param name what is done
     * @param foundAlone whether the export alone shows it, without a checkpoint
     * @param at what is done to an export at an index, by chance where it is left open
     */
    record Edit(String name, boolean foundAlone, Way at) {}

    /** What becomes of the lines. */
    @FunctionalInterface
    interface Way {
        String edited(List<Event> events, int index, Random random);
    }

    private Edits() {}

    static List<Edit> all() {
        return Stream.of(fields(), writing(), order(), chainedAnew())
                .flatMap(List::stream)
                .toList();
    }

    /** A field of one line, and nothing else. */
    private static List<Edit> fields() {
        return List.of(
                field("sequence", "\"sequence\":", ","),
                field("hash", "\"hash\":\"", "\""),
                field("previousHash", "\"previousHash\":\"", "\""),
                field("eventId", "\"eventId\":\"", "\""),
                field("type", "\"type\":\"", "\""),
                field("revision", "\"revision\":\"", "\""),
                field("aggregateType", "\"aggregateType\":\"", "\""),
                field("aggregateId", "\"aggregateId\":\"", "\""),
                field("stream", "\"stream\":\"", "\""),
                field("aggregateSequence", "\"aggregateSequence\":", ","),
                field("recordedAt", "\"recordedAt\":\"", "\""),
                field("payload", "\"payload\":", ",\"metadata\""),
                field("metadata", "\"metadata\":", "}\n"));
    }

    private static Edit field(String name, String begin, String end) {
        return line("the field " + name, (line, random) -> {
            int from = line.indexOf(begin) + begin.length();
            int to = line.indexOf(end, from);
            int at = from + random.nextInt(to - from);
            char other = (char) ('0' + random.nextInt(10));
            char there = line.charAt(at);
            return line.substring(0, at) + (other == there ? 'x' : other) + line.substring(at + 1);
        });
    }

    /** The same to a reader that is not strict, written in another way. */
    private static List<Edit> writing() {
        return List.of(
                line("a space", (line, random) -> line.replace(",\"payload\":", ", \"payload\":")),
                line("a carriage return", (line, random) -> line.replace("\n", "\r\n")),
                line("an empty line", (line, random) -> line + "\n"),
                line("a field more", (line, random) -> line.replace("}\n", ",\"more\":1}\n")),
                line("a field twice", (line, random) -> line.replace(",\"hash\"", ",\"sequence\":1,\"hash\"")),
                line("a field less", (line, random) -> line.replace(",\"revision\":\"1\"", "")),
                line("a leading zero", (line, random) -> line.replace("{\"sequence\":", "{\"sequence\":0")),
                line("an escape", (line, random) -> line.replace("\"stream\":\"c", "\"stream\":\"\\u0063")
                        .replace("\"stream\":\"d", "\"stream\":\"\\u0064")),
                line("capital hex", (line, random) -> line.replaceFirst("[a-f](?=[0-9a-f]*\",\"previousHash)", "F")),
                line("another zone", (line, random) -> line.replace("Z\",\"payload", "+00:00\",\"payload")),
                line("more digits of a second", (line, random) -> line.replace("Z\",\"payload", "000Z\",\"payload")),
                line("a space in the payload", (line, random) -> line.replace("\"payload\":{", "\"payload\":{ ")));
    }

    private static Edit line(String name, BiFunction<String, Random, String> change) {
        return new Edit(name, true, (events, index, random) -> {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < events.size(); i++) {
                String line = events.get(i).line();
                lines.append(i == index ? change.apply(line, random) : line);
            }
            return lines.toString();
        });
    }

    private static List<Edit> order() {
        return List.of(
                list("deleted", true, (events, index, random) -> events.remove(index)),
                list("deleted, several", true, (events, index, random) -> {
                    int to = Math.min(events.size(), index + 2 + random.nextInt(9));
                    events.subList(index, to).clear();
                }),
                list("doubled", true, (events, index, random) -> events.add(index + 1, events.get(index))),
                list(
                        "doubled elsewhere",
                        true,
                        (events, index, random) -> events.add(random.nextInt(events.size()), events.get(index))),
                list(
                        "swapped with the next",
                        true,
                        (events, index, random) -> events.add(Math.max(0, index - 1), events.remove(index))),
                list("moved", true, (events, index, random) -> {
                    Event moved = events.remove(index);
                    int to = random.nextInt(events.size());
                    events.add(to == index ? (to + 1) % events.size() : to, moved);
                }),
                list("one put in, linked to the one before", true, (events, index, random) -> {
                    String previous =
                            index == 0 ? "0".repeat(64) : events.get(index - 1).hash();
                    Event other = events.get(random.nextInt(events.size()));
                    events.add(index, other.withPayload("{\"made\":\"up\"}").linked(index + 1, previous));
                }),
                list("changed, its own hash made anew", true, (events, index, random) -> {
                    Event event = events.get(index);
                    events.set(
                            index,
                            event.withPayload("{\"made\":\"up\"}").linked(event.sequence(), event.previousHash()));
                }),
                list("the beginning cut off", true, (events, index, random) -> events.subList(0, Math.max(1, index))
                        .clear()),
                new Edit("cut within a line", true, (events, index, random) -> {
                    String whole = lines(events);
                    int begin = lines(events.subList(0, index)).length();
                    return whole.substring(
                            0,
                            begin + 1 + random.nextInt(events.get(index).line().length() - 1));
                }),
                list("the end cut off", false, (events, index, random) -> events.subList(
                                Math.min(index, events.size() - 1), events.size())
                        .clear()));
    }

    /** By somebody who knows how to link, and makes all hashes anew from there on. */
    private static List<Edit> chainedAnew() {
        return List.of(
                anew("a payload without money changed", false, (events, index, random) -> {
                    int at = nextOf(events, index, "FollowersReported");
                    events.set(at, events.get(at).withPayload("{\"followers\":7}"));
                }),
                anew("both sides of an amount changed", false, (events, index, random) -> {
                    int at = nextOf(events, index, "PayoutHeld");
                    String payload = events.get(at).payload();
                    events.set(at, events.get(at).withPayload(payload.replaceFirst("\"micros\":", "\"micros\":9")));
                }),
                anew("one part of an amount changed", true, (events, index, random) -> {
                    int at = nextOf(events, index, "EarningsFinalized");
                    String payload = events.get(at).payload();
                    events.set(at, events.get(at).withPayload(payload.replaceFirst("\"micros\":", "\"micros\":9")));
                }),
                anew("the first event of a stream deleted", true, (events, index, random) -> events.remove(0)),
                anew(
                        "the last event of a stream deleted",
                        false,
                        (events, index, random) -> events.remove(lastOfItsStream(events, index))),
                anew("an event doubled", true, (events, index, random) -> events.add(index, events.get(index))),
                anew(
                        "an event of a new stream put in",
                        false,
                        (events, index, random) -> events.add(
                                index,
                                new Event(
                                        0,
                                        "",
                                        "",
                                        "made-up",
                                        "FollowersReported",
                                        "1",
                                        "Channel",
                                        "channel:made-up",
                                        0,
                                        events.get(index).recordedAt(),
                                        "{\"followers\":9}",
                                        "{}"))),
                anew(
                        "a kind of money that is unknown",
                        true,
                        (events, index, random) -> events.add(
                                index,
                                new Event(
                                        0,
                                        "",
                                        "",
                                        "made-up",
                                        "BonusPaid",
                                        "1",
                                        "Channel",
                                        "channel:made-up",
                                        0,
                                        events.get(index).recordedAt(),
                                        "{\"amount\":{\"micros\":1,\"currency\":\"IRR\"}}",
                                        "{}"))),
                anew("two streams' events swapped", false, (events, index, random) -> {
                    int at = betweenStreams(events, index);
                    events.add(at, events.remove(at + 1));
                }),
                anew("a time changed", false, (events, index, random) -> {
                    Event old = events.get(index);
                    events.set(
                            index,
                            new Event(
                                    0,
                                    "",
                                    "",
                                    old.eventId(),
                                    old.type(),
                                    old.revision(),
                                    old.aggregateType(),
                                    old.stream(),
                                    old.aggregateSequence(),
                                    old.recordedAt().plusSeconds(1),
                                    old.payload(),
                                    old.metadata()));
                }),
                anew("an actor changed", false, (events, index, random) -> {
                    Event old = events.get(index);
                    events.set(
                            index,
                            new Event(
                                    0,
                                    "",
                                    "",
                                    old.eventId(),
                                    old.type(),
                                    old.revision(),
                                    old.aggregateType(),
                                    old.stream(),
                                    old.aggregateSequence(),
                                    old.recordedAt(),
                                    old.payload(),
                                    "{\"actor\":\"nobody\"}"));
                }));
    }

    /** A change of a list in place. */
    @FunctionalInterface
    private interface Change {
        void to(List<Event> events, int index, Random random);
    }

    private static Edit list(String name, boolean foundAlone, Change change) {
        return new Edit(name, foundAlone, (events, index, random) -> {
            List<Event> edited = new ArrayList<>(events);
            change.to(edited, index, random);
            return lines(edited);
        });
    }

    private static Edit anew(String name, boolean foundAlone, Change change) {
        return new Edit("chained anew: " + name, foundAlone, (events, index, random) -> {
            List<Event> edited = new ArrayList<>(events);
            change.to(edited, index, random);
            return lines(TestExport.chained(edited, 0));
        });
    }

    private static int nextOf(List<Event> events, int index, String type) {
        for (int i = 0; i < events.size(); i++) {
            int at = (index + i) % events.size();
            if (events.get(at).type().equals(type)) {
                return at;
            }
        }
        throw new IllegalStateException("no " + type);
    }

    private static int lastOfItsStream(List<Event> events, int index) {
        String stream = events.get(index).stream();
        int last = index;
        for (int i = index; i < events.size(); i++) {
            last = events.get(i).stream().equals(stream) ? i : last;
        }
        return last;
    }

    private static int betweenStreams(List<Event> events, int index) {
        for (int at = Math.min(index, events.size() - 2); at >= 0; at--) {
            if (!events.get(at).stream().equals(events.get(at + 1).stream())) {
                return at;
            }
        }
        return betweenStreams(events, events.size() - 2);
    }

    static String lines(List<Event> events) {
        return events.stream().map(Event::line).collect(Collectors.joining());
    }
}
