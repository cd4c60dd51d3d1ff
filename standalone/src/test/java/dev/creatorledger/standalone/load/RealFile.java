package dev.creatorledger.standalone.load;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real figures, which lie beside the project and are no part of it. */
final class RealFile {

    private static final String NAME = "shared/data/trending-us-2017.csv";

    private RealFile() {}

    /** Where they are; without them a test is skipped, and says so. */
    static Path orSkip() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isReadable(folder.resolve(NAME))) {
                return folder.resolve(NAME);
            }
        }
        assumeTrue(false, "skipped: no ../" + NAME + " beside the project");
        throw new AssertionError("not reached");
    }
}
