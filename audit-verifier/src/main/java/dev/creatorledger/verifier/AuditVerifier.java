package dev.creatorledger.verifier;

import dev.creatorledger.verifier.Finding.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The command line: {@code verify EXPORT CHECKPOINT --key FILE [--trial-balance FILE]}. */
public final class AuditVerifier {

    /** Everything holds. */
    public static final int HOLDS = 0;

    /** Something does not hold. */
    public static final int FOUND = 1;

    /** It was asked wrongly, or a file cannot be read. */
    public static final int UNUSABLE = 2;

    private static final String USAGE =
            """
            usage: verify EXPORT CHECKPOINT --key FILE [--trial-balance FILE]

              EXPORT                the whole export in the format jsonl (GET /v1/audit/export?format=jsonl)
              CHECKPOINT            one item of GET /v1/audit/checkpoints, as a JSON file
              --key FILE            the public key, PEM; never taken from the checkpoint
              --trial-balance FILE  an answer of GET /v1/audit/trial-balance to compare with

            Ends with 0 if everything holds, 1 if something does not, 2 if it was asked wrongly.""";

    private AuditVerifier() {}

    /** Verifies, and ends the process with its verdict. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = run(List.of(arguments), out, err);
        out.flush();
        System.exit(code);
    }

    /** What was asked for. */
    private record Asked(Path export, Path checkpoint, Path key, @Nullable Path trial) {}

    /** Something cannot be used; it says what. */
    private static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        Unusable(String what) {
            super(what);
        }
    }

    /** Verifies and gives the verdict. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.println(USAGE);
            return HOLDS;
        }
        try {
            return verify(asked(arguments), out);
        } catch (Unusable e) {
            err.println("verify: " + e.getMessage());
            return UNUSABLE;
        }
    }

    private static Asked asked(List<String> arguments) throws Unusable {
        Map<String, Path> named = new HashMap<>();
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            String name = word.startsWith("--") ? word : named.containsKey("EXPORT") ? "CHECKPOINT" : "EXPORT";
            boolean known = !word.startsWith("--") || word.equals("--key") || word.equals("--trial-balance");
            if (!known || (word.startsWith("--") && !words.hasNext()) || named.containsKey(name)) {
                throw new Unusable("what is meant by " + word + "?\n" + USAGE);
            }
            named.put(name, Path.of(word.startsWith("--") ? words.next() : word));
        }
        Path export = named.get("EXPORT");
        Path checkpoint = named.get("CHECKPOINT");
        Path key = named.get("--key");
        if (export == null || checkpoint == null || key == null) {
            throw new Unusable("an export, a checkpoint and a key are needed\n" + USAGE);
        }
        return new Asked(export, checkpoint, key, named.get("--trial-balance"));
    }

    private static int verify(Asked asked, PrintStream out) throws Unusable {
        PublicKeyFile key = read(asked.key(), PublicKeyFile::of);
        Checkpoint checkpoint = read(asked.checkpoint(), Checkpoint::of);
        Path trial = asked.trial();
        Map<String, Object> told = trial == null ? null : read(trial, Json::object);
        Finding signature = signature(key, checkpoint);
        if (signature != null) {
            out.println(signature);
            return FOUND;
        }
        out.println("checkpoint of event " + checkpoint.sequence() + ", made " + checkpoint.at()
                + ": signed by the key " + key.id());
        try (InputStream export = new BufferedInputStream(Files.newInputStream(asked.export()))) {
            Verification verification = new Verification(checkpoint, told);
            return tell(verification, verification.run(export), checkpoint, out);
        } catch (IOException e) {
            throw new Unusable(asked.export() + " cannot be read (" + e + ")");
        } catch (Malformed e) {
            throw new Unusable(trial + " is no trial balance: " + e.getMessage());
        }
    }

    private static @Nullable Finding signature(PublicKeyFile key, Checkpoint checkpoint) {
        String wrong = "";
        if (!key.hasSigned(checkpoint)) {
            wrong = key.id().equals(checkpoint.keyId())
                    ? "the checkpoint was changed after it was signed, or was never signed"
                    : "the checkpoint says that another key has signed it, " + checkpoint.keyId() + ", not " + key.id();
        } else if (checkpoint.count() != checkpoint.sequence()) {
            wrong = "the checkpoint counts " + checkpoint.count() + " events up to number " + checkpoint.sequence();
        }
        return wrong.isEmpty() ? null : new Finding(Kind.SIGNATURE, 0, wrong);
    }

    private static int tell(
            Verification verification, @Nullable Finding finding, Checkpoint checkpoint, PrintStream out) {
        out.println("export      " + verification.events() + " events in " + verification.streams()
                + " streams follow each other without a gap");
        if (finding != null) {
            out.println(finding);
            return FOUND;
        }
        long beyond = verification.events() - checkpoint.sequence();
        if (beyond > 0) {
            out.println("            the last " + beyond
                    + " of them come after the checkpoint: chained, not covered by it");
        }
        out.println("trial balance, by the events alone; debits are above zero");
        out.print(verification.trial().asText());
        out.println("everything holds");
        return HOLDS;
    }

    private interface Reader<T> {
        T of(byte[] content);
    }

    private static <T> T read(Path file, Reader<T> reader) throws Unusable {
        try {
            return reader.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Unusable(file + " cannot be read (" + e + ")");
        } catch (Malformed e) {
            throw new Unusable(file + ": " + e.getMessage());
        }
    }
}
