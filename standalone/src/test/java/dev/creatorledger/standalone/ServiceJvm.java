package dev.creatorledger.standalone;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The Java in which tests start services. The first that is stopped in order leaves an archive of the classes that it
 * had loaded; those that come later map it into their memory instead of reading and checking each class, which is a
 * third of what a start costs.
 */
public final class ServiceJvm {

    private static final int TERMINATED = 143;

    /** Where the tests' own classes are. */
    private static final Predicate<String> OF_TESTS = path -> path.endsWith("test-classes");

    private static final List<String> ALL =
            List.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                    .split(File.pathSeparator));

    /** What the service is made of. */
    private static final List<String> CLASS_PATH =
            ALL.stream().filter(OF_TESTS.negate()).toList();

    private static final Path ARCHIVE = Path.of(System.getProperty("basedir", "."), "target")
            .resolve("services-" + Integer.toHexString(stateOfTheJars().hashCode()) + ".jsa");

    /** There while somebody is about to leave the archive. */
    private static final Path CLAIM = ARCHIVE.resolveSibling(ARCHIVE.getFileName() + ".claim");

    private ServiceJvm() {}

    /** The beginning of a command: Java, its options and the class path; the main class and its arguments follow. */
    public static List<String> command(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        // What an archive was not made of, or not on this machine, is read as ever, and nothing need be said about it.
        command.add("-Xlog:cds*=off");
        if (Files.exists(ARCHIVE)) {
            command.add("-XX:SharedArchiveFile=" + ARCHIVE);
        }
        command.add("-cp");
        command.add(String.join(File.pathSeparator, CLASS_PATH));
        return command;
    }

    /** Lets a service find the tests' own classes too: behind all else, where they are in no archive's way. */
    public static void addTestClasses(List<String> command) {
        String tests = ALL.stream().filter(OF_TESTS).collect(Collectors.joining(File.pathSeparator));
        int classPath = command.indexOf("-cp") + 1;
        command.set(classPath, command.get(classPath) + File.pathSeparator + tests);
    }

    /** Starts a command of this class, which leaves the archive when it ends in order, if there is none yet. */
    public static Process start(ProcessBuilder builder) throws IOException {
        if (hasFolders(builder.command()) || Files.exists(ARCHIVE) || !claim()) {
            return builder.start();
        }
        Path fresh = ARCHIVE.resolveSibling(ARCHIVE.getFileName() + ".fresh");
        builder.command().add(1, "-XX:ArchiveClassesAtExit=" + fresh);
        Process process = builder.start();
        CompletableFuture<Void> unused =
                process.onExit().thenAccept(ended -> keep(fresh, ended.exitValue() == TERMINATED));
        return process;
    }

    /** Of which no archive can be made. */
    private static boolean hasFolders(List<String> command) {
        return Arrays.stream(command.get(command.indexOf("-cp") + 1).split(File.pathSeparator))
                .anyMatch(path -> new File(path).isDirectory());
    }

    private static boolean claim() throws IOException {
        try {
            Files.createFile(CLAIM);
            CLAIM.toFile().deleteOnExit();
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    private static void keep(Path fresh, boolean whole) {
        try {
            if (whole && Files.exists(fresh)) {
                deleteThoseOfOlderJars();
                Files.move(fresh, ARCHIVE, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(CLAIM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteThoseOfOlderJars() throws IOException {
        try (DirectoryStream<Path> older = Files.newDirectoryStream(ARCHIVE.getParent(), "services-*.jsa")) {
            for (Path archive : older) {
                Files.deleteIfExists(archive);
            }
        }
    }

    private static String stateOfTheJars() {
        return System.getProperty("java.vm.version")
                + CLASS_PATH.stream()
                        .map(File::new)
                        .filter(File::isFile)
                        .map(jar -> jar + ":" + jar.lastModified() + ":" + jar.length())
                        .toList();
    }
}
