package dev.creatorledger.benchmarks.system;

import dev.creatorledger.benchmarks.system.LoadOptions.Part;
import dev.creatorledger.standalone.load.Tokens;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Many channels, ordinary windows: starts, batches, drained views, the raw store, and single impressions. */
final class OrdinaryLoad {

    private final LoadOptions options;
    private final Report report;
    private final PrintStream out;
    private final Population population;

    OrdinaryLoad(LoadOptions options, Report report, PrintStream out) {
        this.options = options;
        this.report = report;
        this.out = out;
        this.population = new Population(options.channels());
    }

    void run(Path dataFolder) {
        ServiceProcess service = start(dataFolder, "first start to ready", "< 20 s");
        try {
            Instant now = Instant.now();
            out.printf(Locale.ROOT, "setting up %,d channels%n", population.size());
            new Enrolment(service.address(), Tokens.admin(dataFolder), now).enrol(population);
            Traffic traffic = new Traffic(population, options, now);
            if (options.measures(Part.STARTS)) {
                out.printf(Locale.ROOT, "storing %,d impressions for the next start%n", options.startEvents());
                flood(service, traffic.ordinary("start", options.startEvents()));
                service.stop();
                service = start(
                        dataFolder,
                        String.format(
                                Locale.ROOT, "next start to ready, %,d impressions stored", options.startEvents()),
                        "< 10 s");
            }
            measure(service, traffic);
        } finally {
            service.stop();
        }
        if (options.measures(Part.PAGES)) {
            new PanelLoad(options, population, report, out).run(dataFolder);
        }
    }

    private ServiceProcess start(Path dataFolder, String what, String wanted) {
        ServiceProcess service = ServiceProcess.start(options.ledger(), options.heap(), dataFolder);
        if (options.measures(Part.STARTS)) {
            report.add(what, Report.seconds(service.startedIn().toMillis() / 1e3), wanted);
        }
        return service;
    }

    private void measure(ServiceProcess service, Traffic traffic) {
        if (List.of(Part.BATCHES, Part.SINGLES, Part.PAGES).stream().noneMatch(options::measures)) {
            return;
        }
        out.printf(Locale.ROOT, "warming up with %,d impressions%n", options.warmUp());
        Flood.Result warm = flood(service, traffic.ordinary("warm", options.warmUp()));
        if (options.measures(Part.BATCHES)) {
            batches(service, traffic, warm);
        }
        if (options.measures(Part.SINGLES)) {
            singles(service, traffic);
        }
    }

    private void batches(ServiceProcess service, Traffic traffic, Flood.Result warm) {
        List<byte[]> bodies = traffic.ordinary("main", options.impressions());
        out.printf(Locale.ROOT, "sending %,d impressions in %,d batches%n", options.impressions(), bodies.size());
        BatchClient client = client(service);
        Flood.Result sent = new Flood(client, options.clients()).send(bodies);
        client.awaitView(population.channelId(0), sent.position());
        double drained = (System.nanoTime() - sent.begun()) / 1e9;
        double accepted = options.impressions() / sent.seconds();
        report.add(
                "impressions accepted over HTTP",
                Report.perSecond(options.impressions(), sent.seconds()),
                "≥ 30,000/s");
        report.add(
                "impressions until the views have seen them",
                Report.perSecond(options.impressions(), drained),
                "≥ 25,000/s");
        report.add("drained / accepted", Report.ratio(sent.seconds(), drained), "");
        report.add(batchesSent(), sent.latencies().report(), "");
        Optional<RawStore> store = RawStore.behind(service);
        if (store.isEmpty()) {
            report.add("raw store: batched inserts of the same rows", "none to compare with in this mode", "");
            return;
        }
        try (RawStore raw = store.get()) {
            out.println("inserting the same rows without the service");
            RawStore.Rows before = raw.stored(0, warm.position());
            raw.insert(before, options.batch());
            RawStore.Rows rows = raw.stored(warm.position(), sent.position());
            double seconds = raw.insert(rows, rows.commitSize());
            tellRaw(rows, seconds, sent.seconds(), accepted);
        }
    }

    private void tellRaw(RawStore.Rows rows, double rawSeconds, double sentSeconds, double accepted) {
        int stored = rows.rows().size();
        double rawRate = stored / rawSeconds;
        String shape = String.format(
                Locale.ROOT,
                "%,.0f/s (%,d rows, %,d bytes of JSON each, %,d a commit)",
                rawRate,
                stored,
                rows.bytes() / Math.max(1, stored),
                rows.commitSize());
        report.add("raw store: batched inserts of the same rows", shape, "");
        report.add("events stored meanwhile", Report.perSecond(stored, sentSeconds), "");
        report.add("accepted / raw store", Report.ratio(accepted, rawRate), "≥ 0.40");
    }

    private String batchesSent() {
        return String.format(
                Locale.ROOT,
                "batch of %,d, %,d at once, %,d %% repeats",
                options.batch(),
                options.clients(),
                options.duplicates());
    }

    private void singles(ServiceProcess service, Traffic traffic) {
        out.printf(Locale.ROOT, "sending %,d batches of one impression a second%n", options.rate());
        SteadyRate steady = new SteadyRate(client(service), options.rate());
        steady.send(traffic.singles("single-warm", options.rate() * 5));
        Latencies latencies = steady.send(traffic.singles("single", options.rate() * options.seconds()));
        report.add(
                String.format(Locale.ROOT, "batch of one at %,d requests/s", options.rate()),
                latencies.report(),
                "p99 < 25 ms");
    }

    private Flood.Result flood(ServiceProcess service, List<byte[]> bodies) {
        BatchClient client = client(service);
        Flood.Result result = new Flood(client, options.clients()).send(bodies);
        client.awaitView(population.channelId(0), result.position());
        return result;
    }

    private BatchClient client(ServiceProcess service) {
        return new BatchClient(service.address(), Tokens.admin(service.dataFolder()));
    }
}
