package dev.creatorledger.query.panel.audit;

import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.AtLeast;
import dev.creatorledger.platform.web.Fields;
import dev.creatorledger.platform.web.PageRequest;
import dev.creatorledger.query.audit.ImpressionProofs;
import dev.creatorledger.query.audit.ProofJson;
import dev.creatorledger.query.chain.Checkpoint;
import dev.creatorledger.query.chain.CheckpointQueries;
import dev.creatorledger.query.export.ExportQueries;
import dev.creatorledger.query.panel.page.Given;
import dev.creatorledger.query.panel.page.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
import tools.jackson.databind.json.JsonMapper;

/** Shows checkpoints, and gives them, proofs and exports away as files (A8, U3, U4). */
@Controller
final class ProofPages {

    static final String CHECKPOINTS = EventPages.HOME + "/checkpoints";
    static final String EXPORTS = EventPages.HOME + "/exports";

    private static final AtLeast ANY = new AtLeast(0);
    private static final String TAB = "tab";

    private final CheckpointQueries checkpoints;
    private final ImpressionProofs proofs;
    private final ExportQueries exports;
    private final JsonMapper json;

    ProofPages(CheckpointQueries checkpoints, ImpressionProofs proofs, ExportQueries exports, JsonMapper json) {
        this.checkpoints = checkpoints;
        this.proofs = proofs;
        this.exports = exports;
        this.json = json;
    }

    @GetMapping(CHECKPOINTS)
    String checkpoints(PageRequest request, Visitor visitor, Model model) {
        visitor.asking("/v1/audit/checkpoints");
        var page = Objects.requireNonNull(checkpoints.checkpoints(request, ANY).getBody());
        model.addAttribute("checkpoints", page.items());
        model.addAttribute(
                "more", page.next() == null ? null : Given.address(CHECKPOINTS, Map.of("cursor", page.next())));
        model.addAttribute(TAB, "checkpoints");
        return "panel/audit/checkpoints";
    }

    /** As the verifier takes it. */
    @GetMapping(CHECKPOINTS + "/{sequence}/file.json")
    ResponseEntity<byte[]> checkpoint(@PathVariable long sequence, Visitor visitor) {
        visitor.asking("/v1/audit/checkpoints");
        Checkpoint checkpoint = checkpoints.one(sequence);
        return file("checkpoint-" + sequence + ".json", checkpoint);
    }

    /** The proof of an impression, as the verifier takes it. */
    @GetMapping(CHECKPOINTS + "/proof.json")
    ResponseEntity<byte[]> proof(
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String hour,
            @RequestParam(required = false) @Nullable String impressionId,
            Visitor visitor) {
        visitor.asking("/v1/audit/impressions/proof");
        ProofJson proof = Objects.requireNonNull(
                proofs.proof(Given.text(channel), Given.time(hour), Given.text(impressionId), ANY)
                        .getBody());
        return file("proof.json", proof);
    }

    private ResponseEntity<byte[]> file(String name, Object content) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(json.writeValueAsBytes(content));
    }

    @GetMapping(EXPORTS)
    String exports(
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Visitor visitor,
            Model model) {
        visitor.asking("/v1/audit/export");
        Fields fields = new Fields();
        fields.optionalId("channel", Given.text(channel), ChannelId::new);
        fields.optionalBeginning("from", Given.text(from));
        fields.optionalEnd("to", Given.text(to));
        fields.check();
        Map<String, @Nullable String> wanted = new LinkedHashMap<>();
        wanted.put("channel", Given.text(channel));
        wanted.put("from", Given.text(from));
        wanted.put("to", Given.text(to));
        Map<String, String> files = new LinkedHashMap<>();
        for (String format : exports.formats()) {
            Map<String, @Nullable String> parameters = new LinkedHashMap<>(wanted);
            parameters.put("format", format);
            files.put(format, Given.address(EXPORTS + "/file", parameters));
        }
        model.addAttribute("wanted", wanted);
        model.addAttribute("files", files);
        model.addAttribute(TAB, "exports");
        return "panel/audit/exports";
    }

    /** Streamed, and bounded in number, as the API's are: it is the API's own answer. */
    @GetMapping(EXPORTS + "/file")
    void export(
            @RequestParam String format,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        visitor.asking("/v1/audit/export");
        if (!exports.formats().contains(format)) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There are no exports of this form");
        }
        exports.export(format, Given.text(channel), Given.time(from), Given.time(to), ANY, request, response);
    }
}
