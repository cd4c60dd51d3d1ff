package dev.creatorledger.query.view;

import java.util.Date;
import org.bson.Document;

/** How dead letters are stored. */
final class DeadLetterForm {

    static final String ID = "_id";
    static final String GROUP = "group";
    static final String SEQUENCE = "sequence";
    static final String ATTEMPTS = "attempts";
    static final String REASON = "reason";

    private static final String POSITION = "position";
    private static final String EVENT_ID = "eventId";
    private static final String STREAM = "stream";
    private static final String TYPE = "type";
    private static final String RECORDED_AT = "recordedAt";

    private DeadLetterForm() {}

    static Document of(DeadLetter letter) {
        return new Document(ID, letter.id())
                .append(GROUP, letter.group())
                .append(SEQUENCE, letter.sequence())
                .append(POSITION, letter.position())
                .append(EVENT_ID, letter.eventId())
                .append(STREAM, letter.stream())
                .append(TYPE, letter.type())
                .append(RECORDED_AT, Date.from(letter.recordedAt()))
                .append(ATTEMPTS, letter.attempts())
                .append(REASON, letter.reason());
    }

    static DeadLetter read(Document stored) {
        return new DeadLetter(
                stored.getString(GROUP),
                stored.getString(SEQUENCE),
                stored.getLong(POSITION),
                stored.getString(EVENT_ID),
                stored.getString(STREAM),
                stored.getString(TYPE),
                stored.getDate(RECORDED_AT).toInstant(),
                stored.getInteger(ATTEMPTS),
                stored.getString(REASON));
    }
}
