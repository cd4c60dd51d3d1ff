package dev.creatorledger.platform.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * What a root unit of work does when it commits, where no transaction holds it together: the events first, then what is
 * kept of having decided them, and last how far their reader has come. A crash between two of them has the events read
 * again, and decided again by those to whom a repeat is quiet; never is something taken as done that is not.
 */
public final class CommitSteps {

    private static final String RESOURCE = CommitSteps.class.getName();

    /** In their order. */
    public enum Step {
        EVENTS,
        SAGAS,
        PROGRESS
    }

    private final Map<Step, List<Runnable>> steps = new EnumMap<>(Step.class);

    private CommitSteps() {}

    /** Those of a root unit of work, which has not begun to commit. */
    public static CommitSteps of(UnitOfWork<?> root) {
        return root.getOrComputeResource(RESOURCE, key -> {
            CommitSteps steps = new CommitSteps();
            root.onCommit(unitOfWork -> steps.run());
            return steps;
        });
    }

    /** Adds something to a step; what is added first is done first. */
    public void add(Step step, Runnable work) {
        steps.computeIfAbsent(step, key -> new ArrayList<>()).add(work);
    }

    private void run() {
        steps.values().forEach(step -> step.forEach(Runnable::run));
    }
}
