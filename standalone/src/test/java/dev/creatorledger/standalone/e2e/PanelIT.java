package dev.creatorledger.standalone.e2e;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/**
 * The panel in a real browser: one service and one browser for all of it. Each role's walk is in a class of its own;
 * pictures are kept under {@code target/screenshots}.
 */
class PanelIT {

    private static final Instant NOW = Instant.parse("2028-01-20T10:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static PanelStage stage;

    @BeforeAll
    static void start() {
        stage = PanelStage.on(SharedStores.onAClock(data, NOW));
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @Nested
    class Entrance extends PanelEntrance {
        Entrance() {
            super(stage);
        }
    }

    @Nested
    class Creator extends CreatorPages {
        Creator() {
            super(stage);
        }
    }

    @Nested
    class Auditor extends AuditorPages {
        Auditor() {
            super(stage);
        }
    }

    @Nested
    class Compliance extends ComplianceLists {
        Compliance() {
            super(stage);
        }
    }

    @Nested
    class Operator extends OperatorsHome {
        Operator() {
            super(stage);
        }
    }
}
