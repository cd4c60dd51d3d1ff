package dev.creatorledger.query.view;

import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.platform.person.PersonalCodec;
import org.bson.BsonReader;
import org.bson.BsonWriter;

/** How personal data are stored in documents: sealed, as the events have them (U7). */
public final class StoredPersonal {

    private static final String PERSON = "person";
    private static final String SEALED = "sealed";

    private StoredPersonal() {}

    /** Writes them as a field. */
    public static void write(BsonWriter writer, String field, Personal personal) {
        writer.writeStartDocument(field);
        writer.writeString(PERSON, personal.person().value());
        writer.writeString(SEALED, personal.sealed());
        writer.writeEndDocument();
    }

    /** Reads them; the reader stands before the value. */
    public static Personal read(BsonReader reader) {
        reader.readStartDocument();
        Personal personal = PersonalCodec.stored(new PersonId(reader.readString(PERSON)), reader.readString(SEALED));
        reader.readEndDocument();
        return personal;
    }
}
