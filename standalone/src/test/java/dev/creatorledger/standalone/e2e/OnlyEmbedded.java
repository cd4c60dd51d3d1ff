package dev.creatorledger.standalone.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/** What is about the embedded mode itself: its data folder, its database server, its own starts. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfEnvironmentVariable(
        named = "LEDGER_IT_AXONSERVER",
        matches = ".+",
        disabledReason = "it is about the embedded mode")
@DisabledIfEnvironmentVariable(
        named = "LEDGER_IT_POSTGRES",
        matches = ".+",
        disabledReason = "it is about the embedded mode")
@interface OnlyEmbedded {}
