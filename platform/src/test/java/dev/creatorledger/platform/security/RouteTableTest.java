package dev.creatorledger.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.platform.security.RouteTable.Route;
import dev.creatorledger.platform.web.Requested;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

@DisplayName("U1 The route table")
class RouteTableTest {

    @Test
    void namesEveryCommandOnceAndNoQuery() {
        assertThat(RouteTable.all()).allSatisfy(route -> assertThat(route.command() == null)
                .as(route.toString())
                .isEqualTo(route.method().equals(HttpMethod.GET)));
        assertThat(RouteTable.all().stream().map(Route::command).filter(Objects::nonNull))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("([A-Z][a-z]+)+"));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,  /v1/channels/ch-1,                        RegisterChannel,      ch-1",
        "POST, /v1/channels/ch-1/ad-programme:approve,   ApproveAdProgramme,   ch-1",
        "PUT,  /v1/videos/v.1/audience/2026-01-15,       ReportVideoAudience,  v.1",
        "POST, /v1/backfills/may:close,                  CloseBackfill,        may",
        "POST, /v1/impressions:batch,                    BookImpressions,      ",
        "GET,  /v1/audit/refusals,                       GET /v1/audit/refusals,",
        "HEAD, /v1/channels/ch-1,                        GET /v1/channels/{channelId}, ch-1",
    })
    void saysWhatARequestAsksFor(String method, String path, String command, String subject) {
        PathContainer parsed = PathContainer.parsePath(path);
        Route route = RouteTable.find(method, parsed).orElseThrow();
        assertThat(route.requested(parsed)).isEqualTo(new Requested(command, subject, route.command() != null));
    }
}
