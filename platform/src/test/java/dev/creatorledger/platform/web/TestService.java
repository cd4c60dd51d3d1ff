package dev.creatorledger.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.money.Money;
import dev.creatorledger.platform.PlatformConfiguration;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.refusal.RefusalRecord;
import dev.creatorledger.platform.refusal.RefusalRecord.Refused;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.security.EmbeddedIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service with nothing in it but the conventions, on a real container. */
@Configuration(proxyBeanMethods = false)
@Import({PlatformConfiguration.class, TestService.Routes.class})
class TestService {

    /** Flipped by tests of the start. */
    static final AtomicBoolean READY = new AtomicBoolean(true);

    @Bean
    EmbeddedIssuer issuer() throws IOException {
        return EmbeddedIssuer.of(Files.createTempDirectory("platform-test").resolve("data"));
    }

    @Bean
    JwtDecoder decoder(EmbeddedIssuer issuer) {
        return issuer.decoder();
    }

    /** Refusals as they were recorded; it fails as long as a test says so. */
    static final List<Refused> REFUSED = new CopyOnWriteArrayList<>();

    static final AtomicBoolean RECORDS = new AtomicBoolean(true);

    @Bean
    RefusalRecord refusalRecord() {
        return refused -> {
            if (!RECORDS.get()) {
                throw new IllegalStateException("the store is away");
            }
            REFUSED.add(refused);
        };
    }

    @Bean
    ReadyCheck viewsHaveCaughtUp() {
        return READY::get;
    }

    /** A body as commands have them. */
    record Body(
            @Nullable String title,
            @Nullable Integer shareBps,
            @Nullable Boolean madeForKids,
            @Nullable MoneyJson price,
            @Nullable ChannelId channelId,
            @Nullable List<Body> parts) {}

    /** What a controller was given. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Seen(@Nullable Object a, @Nullable Object b, @Nullable Object c) {}

    /** Routes of the contract that stand in for the real ones. */
    @RestController
    static class Routes {

        @PutMapping("/v1/channels/{channelId}")
        Seen register(@PathVariable ChannelId channelId, @RequestBody Body body, CallContext context) {
            Fields fields = new Fields();
            Money price = fields.money("price", body.price());
            fields.check();
            return new Seen(channelId, context, price);
        }

        @PostMapping("/v1/channels/{channelId}/ad-programme:approve")
        Map<String, String> approve(@PathVariable ChannelId channelId, CallContext context) {
            switch (channelId.value()) {
                case "taken" -> throw new Refusal(ErrorCode.WRONG_PROGRAMME_STATE, "It is SUSPENDED");
                case "unfit" -> throw new Refusal(ErrorCode.NOT_ELIGIBLE, "It has 3 followers");
                case "none" -> throw new Refusal(ErrorCode.NOT_FOUND, "There is nothing of this name");
                default -> {}
            }
            return context.requireReason().metaData(this);
        }

        @PostMapping("/v1/channels/{channelId}/ad-programme:apply")
        Seen apply(@PathVariable ChannelId channelId, Caller caller) {
            caller.mayActFor(channelId);
            return new Seen(caller.subject(), caller.roles(), caller.channels());
        }

        @GetMapping("/v1/channels/{channelId}/earnings")
        Seen earnings(PageRequest page, AtLeast atLeast, @RequestParam int days) {
            return new Seen(page, atLeast, days);
        }

        @GetMapping("/v1/channels/{channelId}/estimate")
        Seen estimate(@PathVariable String channelId) {
            return switch (channelId) {
                case "crash" -> throw new IllegalStateException("secret of the inside");
                case "busy" -> throw new Refusal(ErrorCode.VIEW_BEHIND, "The view is behind");
                default -> new Seen(Instant.EPOCH, MoneyJson.of(Money.rialMicros(1_500_000)), null);
            };
        }

        @PostMapping(path = "/v1/impressions:batch", consumes = MediaType.APPLICATION_JSON_VALUE)
        int batch(@RequestBody Map<String, Object> body) {
            return body.size();
        }
    }
}
