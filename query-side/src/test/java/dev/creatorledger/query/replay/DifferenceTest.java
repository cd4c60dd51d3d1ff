package dev.creatorledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.query.replay.Difference.Kind;
import dev.creatorledger.query.view.StoredDocument;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;

/** What is told of a document that differs. */
class DifferenceTest {

    private static Difference between(String live, String rebuilt) {
        return Difference.of("c", StoredDocument.of(RawBsonDocument.parse(live)), RawBsonDocument.parse(rebuilt));
    }

    @Test
    void is_the_first_field_however_deep() {
        assertThat(between(
                        "{_id: 'x', at: 1, d: {a: 1, b: {c: [1, {e: 2}], f: 3}}}",
                        "{_id: 'x', at: 1, d: {a: 1, b: {c: [1, {e: 9}], f: 4}}}"))
                .isEqualTo(new Difference("c", "x", Kind.CHANGED, "d.b.c.1.e", "2", "9"));
    }

    @Test
    void is_a_field_that_only_one_of_them_has() {
        assertThat(between("{_id: 'x', d: {a: 1}}", "{_id: 'x', d: {a: 1, b: 'é'}}"))
                .isEqualTo(new Difference("c", "x", Kind.CHANGED, "d.b", null, "\"é\""));
        assertThat(between("{_id: 'x', d: {a: 1, z: {}}}", "{_id: 'x', d: {a: 1}}"))
                .isEqualTo(new Difference("c", "x", Kind.CHANGED, "d.z", "{}", null));
        assertThat(between("{_id: 'x', d: {a: [1, 2]}}", "{_id: 'x', d: {a: [1]}}"))
                .isEqualTo(new Difference("c", "x", Kind.CHANGED, "d.a.1", "2", null));
    }

    @Test
    void is_no_field_where_only_the_order_is_another() {
        Difference difference = between("{_id: 'x', d: {a: 1, b: 2}}", "{_id: 'x', d: {b: 2, a: 1}}");
        assertThat(difference.field()).isNull();
        assertThat(difference.live()).contains("\"a\": 1, \"b\": 2");
        assertThat(difference.rebuilt()).contains("\"b\": 2, \"a\": 1");
    }

    @Test
    void is_cut_where_it_is_long() {
        Difference difference = between("{_id: 'x', d: {a: '" + "z".repeat(5_000) + "'}}", "{_id: 'x', d: {a: 1}}");
        assertThat(difference.live()).hasSize(201).endsWith("z…");
        assertThat(difference.rebuilt()).isEqualTo("1");
    }

    @Test
    void is_the_whole_document_where_no_event_has_made_it() {
        StoredDocument forged = StoredDocument.of(RawBsonDocument.parse("{_id: 7, d: {}}"));
        assertThat(forged.hasName()).isFalse();
        assertThat(Difference.of("c", forged, null))
                .returns(Kind.EXTRA, Difference::kind)
                .returns("{\"_id\": 7, \"d\": {}}", Difference::live);
    }

    @Test
    void reads_documents_of_any_form() {
        assertThat(StoredDocument.of(RawBsonDocument.parse("{_id: 'x', at: 'soon'}"))
                        .at())
                .isNegative();
        assertThat(StoredDocument.of(RawBsonDocument.parse("{at: 5}")))
                .returns(5L, StoredDocument::at)
                .returns("", StoredDocument::id);
        assertThat(StoredDocument.of(new RawBsonDocument(new BsonDocument(), new org.bson.codecs.BsonDocumentCodec()))
                        .hasName())
                .isFalse();
    }
}
