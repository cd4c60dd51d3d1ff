package dev.creatorledger.command.channel;

import dev.creatorledger.command.channel.BankAccountRules.AnAccountBelongsToTheOwner;
import dev.creatorledger.command.channel.BankAccountRules.AnIbanIsValid;
import dev.creatorledger.command.config.CommandAnswer;
import dev.creatorledger.command.config.Commands;
import dev.creatorledger.events.channel.ChannelId;
import dev.creatorledger.events.channel.Owner;
import dev.creatorledger.events.payout.BankAccount;
import dev.creatorledger.events.person.PersonId;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.platform.refusal.ErrorCode;
import dev.creatorledger.platform.refusal.Refusal;
import dev.creatorledger.platform.security.Caller;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.Fields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The bank account of a channel over HTTP (P2): checked and sealed here, so that nothing behind sees it in clear. */
@RestController
class BankAccountRoutes {

    private static final int MAX_NAME = 200;
    private static final int MAX_IBAN = 64;

    private final Commands commands;
    private final PersonalCodec codec;

    BankAccountRoutes(Commands commands, PersonalCodec codec) {
        this.commands = commands;
        this.codec = codec;
    }

    /** Registers where later payouts go. */
    @PutMapping("/v1/channels/{channelId}/bank-account")
    ResponseEntity<CommandAnswer> register(
            @PathVariable String channelId, @RequestBody AccountBody body, Caller caller, CallContext context) {
        ChannelId id = new ChannelId(channelId);
        caller.mayActFor(id);
        Fields fields = new Fields();
        String iban =
                fields.text("iban", body.iban(), MAX_IBAN).replace(" ", "").toUpperCase(Locale.ROOT);
        String holder = fields.text("holder", body.holder(), MAX_NAME);
        fields.check();
        new AnIbanIsValid(iban).check();
        Owner owner = commands.ask(new AskOwner(id), context);
        String name = codec.open(owner.name(), PersonalField.NAME)
                .orElseThrow(() -> new Refusal(ErrorCode.PERSON_ERASED, "The owner of this channel was erased."));
        new AnAccountBelongsToTheOwner(holder, name).check();
        PersonId person = PersonId.owner(id);
        BankAccount account = new BankAccount(
                codec.seal(person, PersonalField.IBAN, iban), codec.seal(person, PersonalField.HOLDER, holder));
        return CommandAnswer.respond(commands.execute(new RegisterBankAccount(id, account), id, context));
    }

    record AccountBody(@Nullable String iban, @Nullable String holder) {}
}
