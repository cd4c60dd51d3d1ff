package dev.creatorledger.standalone.books;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an auditor does with a running service: takes the books away, has hledger and beancount check them, and compares
 * what they come to with what the service says.
 */
public final class BooksAudit {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration AT_REST_WITHIN = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String token;
    private final Path folder;

    private BooksAudit(URI address, String token, Path folder) {
        this.address = address;
        this.token = token;
        this.folder = folder;
    }

    /** With an auditor's token, and a folder for what is taken away; skipped where the tools are not installed. */
    public static BooksAudit orSkip(URI address, String token, Path folder) {
        BookTools.orSkip();
        return new BooksAudit(address, token, folder);
    }

    /**
     * Fails unless the whole books are clean, and every account holds in them what the service says.
     *
     * @return what each account holds in each currency, as the service says; debit positive
     */
    public Map<String, Map<String, BigDecimal>> wholeBooks() {
        JsonNode trial = await().atMost(AT_REST_WITHIN).until(this::takenAtRest, node -> !node.isMissingNode());
        Path journal = folder.resolve("books.journal");
        BookTools.assertThatHledgerFindsClean(journal);
        BookTools.assertThatBeancountFindsClean(folder.resolve("books.beancount"));
        Map<String, Map<String, BigDecimal>> said = balances(trial);
        assertThat(BookTools.balances(journal)).isEqualTo(asHledgerWritesThem(said));
        assertThat(sumsOf(folder.resolve("books.csv"))).isEqualTo(said);
        return said;
    }

    /** The trial balance, if nothing was stored while the books were taken away; else nothing. */
    private JsonNode takenAtRest() {
        String position = take("hledger", "", folder.resolve("books.journal"));
        boolean atRest =
                take("beancount", "", folder.resolve("books.beancount")).equals(position)
                        && take("csv", "", folder.resolve("books.csv")).equals(position);
        JsonNode trial = JSON.readTree(send("/v1/audit/trial-balance?atLeast=" + position, BodyHandlers.ofString())
                .body());
        return atRest && trial.path("position").asString().equals(position) ? trial : JSON.missingNode();
    }

    /** Fails unless a part of the books is clean: of a channel, or of a period. */
    public void part(String query) {
        Path journal = folder.resolve("part.journal");
        take("hledger", query, journal);
        BookTools.assertThatHledgerFindsClean(journal);
        assertThat(BookTools.balances(journal)).as("what is in %s", query).isNotEmpty();
        Path beancount = folder.resolve("part.beancount");
        take("beancount", query, beancount);
        BookTools.assertThatBeancountFindsClean(beancount);
    }

    private String take(String format, String query, Path file) {
        HttpResponse<Path> answer = send(
                "/v1/audit/export?format=" + format + query,
                // Without the last of them, what is longer of an earlier file would stay behind.
                BodyHandlers.ofFile(file, CREATE, WRITE, TRUNCATE_EXISTING));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("X-Ledger-Position").orElseThrow();
    }

    private <T> HttpResponse<T> send(String path, HttpResponse.BodyHandler<T> into) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return http.send(request, into);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Map<String, BigDecimal>> balances(JsonNode trial) {
        Map<String, Map<String, BigDecimal>> balances = new TreeMap<>();
        for (JsonNode account : trial.path("accounts")) {
            add(
                    balances,
                    account.path("account").asString(),
                    account.path("currency").asString(),
                    account.at("/balance/amount").asString());
        }
        return balances;
    }

    private static void add(Map<String, Map<String, BigDecimal>> to, String account, String currency, String amount) {
        to.computeIfAbsent(account, name -> new TreeMap<>())
                .merge(currency, new BigDecimal(amount).setScale(6), BigDecimal::add);
    }

    private static Map<String, List<String>> asHledgerWritesThem(Map<String, Map<String, BigDecimal>> balances) {
        Map<String, List<String>> written = new TreeMap<>();
        balances.forEach((account, currencies) -> {
            List<String> amounts = new ArrayList<>();
            currencies.forEach((currency, amount) -> {
                if (amount.signum() != 0) {
                    amounts.add(amount.toPlainString() + " " + currency);
                }
            });
            written.put(
                    account,
                    amounts.isEmpty() ? List.of("0") : amounts.stream().sorted().toList());
        });
        return written;
    }

    private static Map<String, Map<String, BigDecimal>> sumsOf(Path csv) {
        Map<String, Map<String, BigDecimal>> sums = new TreeMap<>();
        try (Stream<String> lines = Files.lines(csv)) {
            lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toList())
                    .forEach(fields -> add(sums, fields[7], fields[9], fields[8]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sums;
    }
}
