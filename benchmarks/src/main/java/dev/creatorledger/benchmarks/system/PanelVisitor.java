package dev.creatorledger.benchmarks.system;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who has signed in to the panel, and opens pages one after the other. */
final class PanelVisitor {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String SIGN_IN = "/panel/sign-in";
    private static final int OK = 200;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI address;

    private PanelVisitor(URI address) {
        this.address = address;
    }

    static PanelVisitor signedIn(URI address, String token) {
        PanelVisitor visitor = new PanelVisitor(address);
        Matcher form = FORM_TOKEN.matcher(visitor.page(SIGN_IN));
        if (!form.find()) {
            throw new BenchmarkException("the panel has no form to sign in with");
        }
        String body = "token=" + encoded(token) + "&_csrf=" + encoded(form.group(1));
        visitor.send(visitor.request(SIGN_IN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
        return visitor;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** How long a page takes from its request to its last byte, so many times; before that it is opened as often. */
    Latencies open(String path, int times) {
        for (int i = 0; i < times; i++) {
            page(path);
        }
        List<Long> nanos = new ArrayList<>(times);
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            page(path);
            nanos.add(System.nanoTime() - begun);
        }
        return new Latencies(nanos);
    }

    private String page(String path) {
        return send(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER_WITHIN)
                .header("Accept", "text/html")
                .header("Accept-Language", "fa");
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            boolean asksToSignIn = answer.uri().getPath().equals(SIGN_IN);
            boolean mayAsk =
                    request.uri().getPath().equals(SIGN_IN) && request.method().equals("GET");
            if (answer.statusCode() != OK || (asksToSignIn && !mayAsk)) {
                throw new BenchmarkException(
                        request.uri() + " was answered " + answer.statusCode() + " at " + answer.uri());
            }
            return answer.body();
        } catch (IOException e) {
            throw new BenchmarkException(request.uri() + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        }
    }
}
