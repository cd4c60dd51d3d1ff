package dev.creatorledger.command.payout;

import dev.creatorledger.command.config.Commands;
import dev.creatorledger.command.payout.PayoutCommand.ReadTransfer;
import dev.creatorledger.command.payout.PayoutCommand.Transfer;
import dev.creatorledger.events.payout.PayoutId;
import dev.creatorledger.events.person.Personal;
import dev.creatorledger.events.person.PersonalField;
import dev.creatorledger.platform.person.PersonalCodec;
import dev.creatorledger.platform.web.CallContext;
import dev.creatorledger.platform.web.MoneyJson;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the payment service alone may read: where a payout goes in clear; each reading is an event (U7). */
@RestController
class TransferRoutes {

    private final Commands commands;
    private final PersonalCodec codec;

    TransferRoutes(Commands commands, PersonalCodec codec) {
        this.commands = commands;
        this.codec = codec;
    }

    /** Where it goes and how much, once the reading is recorded. */
    @GetMapping("/v1/payouts/{payoutId}/transfer")
    ResponseEntity<TransferJson> transfer(@PathVariable String payoutId, CallContext context) {
        PayoutId id = new PayoutId(payoutId);
        AtomicReference<Transfer> answer = new AtomicReference<>();
        commands.execute(new ReadTransfer(id), (Transfer read) -> noting(answer, read), id, context);
        Transfer read = Objects.requireNonNull(answer.get());
        return ResponseEntity.ok(new TransferJson(
                payoutId,
                opened(read.account().iban(), PersonalField.IBAN),
                opened(read.account().holder(), PersonalField.HOLDER),
                MoneyJson.of(read.amount())));
    }

    private String opened(Personal personal, PersonalField field) {
        return codec.open(personal, field).orElse(PersonalCodec.ERASED);
    }

    private static List<Object> noting(AtomicReference<Transfer> answer, Transfer read) {
        answer.set(read);
        return List.of();
    }

    /** What the bank needs. */
    record TransferJson(String payoutId, String iban, String holder, MoneyJson amount) {}
}
