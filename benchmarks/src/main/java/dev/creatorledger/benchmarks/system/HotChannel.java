package dev.creatorledger.benchmarks.system;

import dev.creatorledger.standalone.load.Tokens;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One channel, one hour, very many impressions: then killed, started, and asked to book into the same hour. */
final class HotChannel {

    private final LoadOptions options;
    private final Report report;
    private final PrintStream out;

    HotChannel(LoadOptions options, Report report, PrintStream out) {
        this.options = options;
        this.report = report;
        this.out = out;
    }

    void run(Path dataFolder) {
        ServiceProcess service = ServiceProcess.start(options.ledger(), options.heap(), dataFolder);
        try {
            Instant now = Instant.now();
            Population one = new Population(1);
            new Enrolment(service.address(), Tokens.admin(dataFolder), now).enrol(one);
            Traffic traffic = new Traffic(one, options, now);
            out.printf(Locale.ROOT, "sending %,d impressions of one channel and one hour%n", options.hot());
            List<byte[]> bodies = traffic.hot("hot", 0, options.hot());
            Flood.Result sent = new Flood(client(service), options.clients()).send(bodies);
            report.add(
                    String.format(Locale.ROOT, "one channel and one hour, %,d impressions", options.hot()),
                    Report.perSecond(options.hot(), sent.seconds()) + ", "
                            + sent.latencies().report(),
                    "");
            service.kill();
            service = ServiceProcess.start(options.ledger(), options.heap(), dataFolder);
            report.add("ready after kill -9", Report.seconds(service.startedIn().toMillis() / 1e3), "");
            long asked = System.nanoTime();
            client(service).send(traffic.hot("next", 0, options.batch()).get(0));
            report.add("the next batch for that hour", Report.millis((System.nanoTime() - asked) / 1e6), "< 5,000 ms");
        } finally {
            service.stop();
        }
    }

    private BatchClient client(ServiceProcess service) {
        return new BatchClient(service.address(), Tokens.admin(service.dataFolder()));
    }
}
