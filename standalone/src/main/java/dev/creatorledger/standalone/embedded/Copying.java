package dev.creatorledger.standalone.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Copies files with their rights, onto the disk; those that vanish meanwhile are not missed. */
final class Copying extends SimpleFileVisitor<Path> {

    private final Path from;
    private final Path to;
    private final Set<String> without;

    private Copying(Path from, Path to, Set<String> without) {
        this.from = from;
        this.to = to;
        this.without = without;
    }

    /** Copies a folder, empty. */
    static void folder(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }

    /**
     * Copies what is in a folder into another one.
     *
     * @param without names right below it that are left out; folders among them become empty ones
     */
    static void within(Path from, Path to, Set<String> without) throws IOException {
        Files.walkFileTree(from, new Copying(from, to, without));
    }

    private boolean isLeftOut(Path path) {
        return from.equals(path.getParent()) && without.contains(String.valueOf(path.getFileName()));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        Path copy = to.resolve(from.relativize(folder).toString());
        if (!Files.exists(copy)) {
            folder(folder, copy);
        }
        return isLeftOut(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (!isLeftOut(file)) {
            Path copy = to.resolve(from.relativize(file).toString());
            try {
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            } catch (NoSuchFileException e) {
                return visitFileFailed(file, e);
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
