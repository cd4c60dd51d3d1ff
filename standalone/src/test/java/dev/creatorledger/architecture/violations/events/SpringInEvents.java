package dev.creatorledger.architecture.violations.events;

import org.springframework.stereotype.Component;

/** Breaks: shared-events sees neither Spring nor Axon. */
@Component
public class SpringInEvents {}
