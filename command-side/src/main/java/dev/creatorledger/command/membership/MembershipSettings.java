package dev.creatorledger.command.membership;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of what is done for memberships by itself.
 *
 * @param every how often is looked for what is due
 * @param page how many memberships are told in one commit
 * @param batch how many events the tables of due work take in at once
 */
@ConfigurationProperties("ledger.memberships")
public record MembershipSettings(
        @DefaultValue("500ms") Duration every, @DefaultValue("200") int page, @DefaultValue("1000") int batch) {}
