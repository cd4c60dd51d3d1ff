package dev.creatorledger.command.policy;

import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.events.policy.PolicyName;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Versions of policies over HTTP; each needs a reason (V1, U1). */
@RestController
class PolicyRoutes {

    private final Commands commands;

    PolicyRoutes(Commands commands) {
        this.commands = commands;
    }

    /** Sets a version: what it does not give stays as it is in force then. */
    @PutMapping("/v1/policies/{name}")
    ResponseEntity<CommandAnswer> set(@PathVariable String name, @RequestBody PolicyBody body, CallContext context) {
        PolicyName policy = PolicyName.of(name)
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "There is no policy of this name."));
        Fields fields = new Fields();
        Object command = body.command(policy, fields);
        fields.check();
        return CommandAnswer.respond(commands.execute(command, policy, context.requireReason()));
    }

    record PolicyBody(@Nullable String effectiveFrom, @Nullable Map<String, @Nullable Object> values) {

        Object command(PolicyName policy, Fields fields) {
            Instant from = fields.instant("effectiveFrom", effectiveFrom);
            Figures figures = new Figures(values, fields);
            Object command =
                    switch (policy) {
                        case AD_REVENUE -> new SetAdPolicy(from, AdFigures.read(figures));
                        case PAYOUTS -> new SetPayoutPolicy(from, PayoutFigures.read(figures));
                        case MEMBERSHIPS -> new SetMembershipPolicy(from, MembershipFigures.read(figures));
                    };
            figures.noOthers();
            return command;
        }
    }
}
