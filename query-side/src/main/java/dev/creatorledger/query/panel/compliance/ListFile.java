package dev.creatorledger.query.panel.compliance;

import dev.creatorledger.platform.web.MoneyJson;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.export.CsvText;
import dev.creatorledger.query.panel.compliance.Column.Shape;
import dev.creatorledger.query.panel.page.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Writes a whole list as CSV (RFC 4180), a part at a time: memory is bounded by one part. */
final class ListFile {

    private ListFile() {}

    static void write(Listing<?> listing, Map<String, String> wanted, Visitor visitor, HttpServletResponse response)
            throws IOException {
        // What is refused is refused before the file begins.
        Listing.Part part = listing.part(wanted, new PageRequest(PageRequest.MAX_LIMIT, null), visitor);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(listing.name() + ".csv")
                        .build()
                        .toString());
        OutputStream out = response.getOutputStream();
        out.write(bytes(header(listing)));
        // What fails from here on breaks the transfer off: nobody takes a part for the whole.
        response.flushBuffer();
        write(listing, part, out);
        while (part.next() != null) {
            PageRequest next = PageRequest.parse(Integer.toString(PageRequest.MAX_LIMIT), part.next());
            part = listing.part(wanted, next, visitor);
            write(listing, part, out);
        }
        out.flush();
    }

    private static void write(Listing<?> listing, Listing.Part part, OutputStream out) throws IOException {
        for (List<Cell> row : part.rows()) {
            out.write(bytes(line(listing.columns(), row)));
        }
    }

    static String header(Listing<?> listing) {
        List<String> names = new ArrayList<>();
        for (Column<?> column : listing.columns()) {
            names.add(column.name());
            if (column.shape() == Shape.MONEY) {
                names.add(column.name() + "Currency");
            }
        }
        return CsvText.line(names.toArray(String[]::new));
    }

    static String line(List<? extends Column<?>> columns, List<Cell> row) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            fields.add(cell.field());
            if (columns.get(i).shape() == Shape.MONEY) {
                fields.add(cell.value() instanceof MoneyJson money ? money.currency() : "");
            }
        }
        return CsvText.line(fields.toArray(String[]::new));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
