package dev.creatorledger.standalone.e2e;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.opentest4j.TestAbortedException;

/** Where a test of several nodes gets a server from. */
enum ServerChoice {
    /** One that runs, and that the environment names. */
    NAMED,
    /** One in a container of the test's own. */
    CONTAINER,
    /** One in the test's own process tree. */
    EMBEDDED;

    /** Asks for containers: {@code true}. */
    static final String CONTAINERS = "LEDGER_IT_CONTAINERS";

    /**
     * A named server goes before a container, a container before the embedded one.
     *
     * @param variable what names a server that runs
     * @param engine whether an engine for containers answers; only asked if one is needed
     * @throws TestAbortedException if containers are asked for, and none can be started here
     */
    static ServerChoice of(Map<String, String> environment, String variable, BooleanSupplier engine) {
        if (environment.containsKey(variable)) {
            return NAMED;
        }
        if (!Boolean.parseBoolean(environment.get(CONTAINERS))) {
            return EMBEDDED;
        }
        if (!engine.getAsBoolean()) {
            throw new TestAbortedException(CONTAINERS + " asks for containers, and no Docker engine answers: skipped");
        }
        return CONTAINER;
    }
}
