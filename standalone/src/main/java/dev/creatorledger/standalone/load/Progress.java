package dev.creatorledger.standalone.load;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far something is: a bar on a terminal, a line now and then elsewhere. For many threads. */
public interface Progress extends AutoCloseable {

    /** So many more are done. */
    void stepBy(long more);

    @Override
    void close();

    /** Starts to show a task of so many steps: a bar if this process has a terminal, else lines. */
    @SuppressWarnings("SystemConsoleNull") // a JDK above 21 draws the bar into a file, which harms nobody
    static Progress show(PrintStream out, String task, long steps) {
        return System.console() == null ? new Lines(out, task, steps) : new Bar(task, steps);
    }

    /** A bar on a terminal, with speed and time left. */
    final class Bar implements Progress {

        private final ProgressBar bar;

        Bar(String task, long steps) {
            this.bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .showSpeed()
                    .build();
        }

        @Override
        public void stepBy(long more) {
            bar.stepBy(more);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** A line every few seconds, and one at the end. */
    final class Lines implements Progress {

        private static final long BETWEEN_NANOS = 5_000_000_000L;

        private final PrintStream out;
        private final String task;
        private final long steps;
        private final long startedAt = System.nanoTime();
        private long saidAt = startedAt;
        private long done;

        Lines(PrintStream out, String task, long steps) {
            this.out = out;
            this.task = task;
            this.steps = steps;
        }

        @Override
        public synchronized void stepBy(long more) {
            done += more;
            if (System.nanoTime() - saidAt > BETWEEN_NANOS) {
                say();
            }
        }

        @Override
        public synchronized void close() {
            say();
        }

        private void say() {
            saidAt = System.nanoTime();
            long millis = Math.max(1, (saidAt - startedAt) / 1_000_000);
            out.println(String.format(
                    Locale.ROOT,
                    "%s: %,d of %,d in %,d s, %,d/s",
                    task,
                    done,
                    steps,
                    millis / 1_000,
                    done * 1_000 / millis));
        }
    }
}
