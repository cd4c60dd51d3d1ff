package dev.creatorledger.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request's body can be.
 *
 * @param body of any request but a batch
 * @param batchBody of a batch of impressions in one JSON document: 5,000 of the longest fit
 */
@ConfigurationProperties("ledger.http")
public record HttpLimits(@DefaultValue("1MB") DataSize body, @DefaultValue("8MB") DataSize batchBody) {}
