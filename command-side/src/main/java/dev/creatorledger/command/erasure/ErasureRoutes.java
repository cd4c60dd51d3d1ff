package dev.creatorledger.command.erasure;

import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Erasures over HTTP (U7). */
@RestController
class ErasureRoutes {

    private static final PersonId STAND_IN = PersonId.owner(new ChannelId("-"));

    private final Erasures erasures;

    ErasureRoutes(Erasures erasures) {
        this.erasures = erasures;
    }

    /** Erases a person, for a reason. */
    @PostMapping("/v1/admin/erasures")
    ResponseEntity<CommandAnswer> erase(@RequestBody ErasureBody body, CallContext context) {
        context.requireReason();
        return CommandAnswer.respond(erasures.erase(body.person(), context));
    }

    record ErasureBody(@Nullable String subject) {

        PersonId person() {
            Fields fields = new Fields();
            PersonId person = fields.id("subject", subject, PersonId::new, STAND_IN);
            fields.check();
            return person;
        }
    }
}
