package dev.creatorledger.query.chain;

import dev.creatorledger.platform.security.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The checkpoints in their folder: a file each, named by its sequence, whole or not there. */
final class Checkpoints {

    private static final Pattern FILE = Pattern.compile("(0|[1-9][0-9]{0,17})\\.json");
    private static final String ENDING = ".json";

    private final Path folder;
    private final JsonMapper json = JsonMapper.builder().build();

    Checkpoints(Path folder) {
        this.folder = folder;
    }

    /** The newest one. */
    Optional<Checkpoint> newest() {
        return before(Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** The newest ones with a smaller sequence, newest first, at most so many. */
    List<Checkpoint> before(long sequence, int limit) {
        try {
            return sequences().stream()
                    .filter(one -> one < sequence)
                    .sorted(Comparator.reverseOrder())
                    .limit(limit)
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Long> sequences() throws IOException {
        List<Long> sequences = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
                for (Path file : files) {
                    String name = String.valueOf(file.getFileName());
                    if (FILE.matcher(name).matches()) {
                        sequences.add(Long.parseLong(name.substring(0, name.length() - ENDING.length())));
                    }
                }
            }
        }
        return sequences;
    }

    private Checkpoint read(long sequence) {
        Path file = folder.resolve(sequence + ENDING);
        try {
            return json.readValue(Files.readAllBytes(file), Checkpoint.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException e) {
            throw new UncheckedIOException(new IOException("There is no checkpoint in " + file, e));
        }
    }

    /** A step that one process at a time takes. */
    <T> T alone(PrivateFiles.Step<T> step) {
        try {
            PrivateFiles.createFolder(folder);
            return PrivateFiles.alone(folder, step);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps one, durably; nothing is ever written over. */
    void keep(Checkpoint checkpoint) throws IOException {
        Path file = folder.resolve(checkpoint.sequence() + ENDING);
        if (Files.exists(file)) {
            throw new IOException("There is a checkpoint in " + file + " already");
        }
        PrivateFiles.write(file, (json.writeValueAsString(checkpoint) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
