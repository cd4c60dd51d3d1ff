package dev.creatorledger.command.channel;

import static dev.creatorledger.command.Refused.refused;
import static dev.creatorledger.command.channel.ChannelScenario.CHANNEL;
import static dev.creatorledger.command.channel.ChannelScenario.NOW;
import static dev.creatorledger.command.channel.ChannelScenario.PARVIN;
import static dev.creatorledger.command.channel.ChannelScenario.followers;
import static dev.creatorledger.command.channel.ChannelScenario.pauseCause;
import static dev.creatorledger.command.channel.ChannelScenario.registered;
import static dev.creatorledger.command.channel.ChannelScenario.registration;
import static dev.creatorledger.command.channel.ChannelScenario.unknown;
import static dev.creatorledger.platform.refusal.ErrorCode.CHANNEL_CURRENCY_FIXED;
import static dev.creatorledger.platform.refusal.ErrorCode.PERSON_ERASED;

import dev.creatorledger.command.KeysInMemory;
import dev.creatorledger.events.channel.ChannelEvent.ChannelDetailsChanged;
import dev.creatorledger.events.channel.ChannelEvent.ChannelMadeForKidsChanged;
import dev.creatorledger.events.channel.ChannelEvent.OwnerErased;
import dev.creatorledger.events.channel.Owner;
import dev.creatorledger.events.membership.PauseCause;
import dev.creatorledger.events.money.Money;
import java.util.Currency;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    private static RegisterChannel register(String title, String country, Currency currency, boolean madeForKids) {
        return new RegisterChannel(CHANNEL, PARVIN, title, country, currency, madeForKids);
    }

    @Nested
    @DisplayName("C1 A channel is registered")
    class Registering {

        @Test
        void withAllItsFacts() {
            unknown()
                    .when(register("Cooking", "IR", Money.IRR, false))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(registration());
        }

        @Test
        void onceOnly_aRepeatIsQuiet() {
            registered()
                    .when(register("Cooking", "IR", Money.IRR, false))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void andItsTitleAndCountryCanChange() {
            registered()
                    .when(register("Baking", "MY", Money.IRR, false))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new ChannelDetailsChanged(CHANNEL, PARVIN, "Baking", "MY"));
        }

        @Test
        void andItsOwnerCanChange() {
            Owner simin = KeysInMemory.owner(CHANNEL, "Simin");
            registered()
                    .when(new RegisterChannel(CHANNEL, simin, "Cooking", "IR", Money.IRR, false))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new ChannelDetailsChanged(CHANNEL, simin, "Cooking", "IR"));
        }

        @Test
        void andItsCurrencyNeverChanges() {
            registered()
                    .when(register("Cooking", "IR", Currency.getInstance("USD"), false))
                    .expectNoEvents()
                    .expectException(refused(CHANNEL_CURRENCY_FIXED));
        }
    }

    @Nested
    @DisplayName("U7 An owner can be erased")
    class Erasing {

        @Test
        void whichIsRecorded() {
            registered()
                    .when(new EraseOwner(CHANNEL))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new OwnerErased(CHANNEL));
        }

        @Test
        void onceOnly_aRepeatIsQuiet() {
            registered()
                    .after(new OwnerErased(CHANNEL))
                    .when(new EraseOwner(CHANNEL))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void ofARegisteredChannelOnly() {
            unknown().when(new EraseOwner(CHANNEL)).expectNoEvents().expectException(AggregateNotFoundException.class);
        }

        @Test
        void andNothingMoreIsKept_notEvenWhatWasKnownBefore() {
            registered()
                    .after(new OwnerErased(CHANNEL))
                    .when(register("Cooking", "IR", Money.IRR, false))
                    .expectNoEvents()
                    .expectException(refused(PERSON_ERASED));
        }

        @Test
        void whileOtherFactsStillChange() {
            registered()
                    .after(new OwnerErased(CHANNEL))
                    .when(new ReportFollowers(CHANNEL, 300))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(followers(300));
        }
    }

    @Nested
    @DisplayName("B20 Made for kids is a fact of its own")
    class MadeForKids {

        @Test
        void canBeSet() {
            registered()
                    .when(register("Cooking", "IR", Money.IRR, true))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(
                            new ChannelMadeForKidsChanged(CHANNEL, true),
                            pauseCause(PauseCause.MADE_FOR_KIDS, NOW.toString()));
        }

        @Test
        void canBeUnset() {
            registered()
                    .after(new ChannelMadeForKidsChanged(CHANNEL, true))
                    .when(register("Cooking", "IR", Money.IRR, false))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(new ChannelMadeForKidsChanged(CHANNEL, false));
        }

        @Test
        void changesBesideTheDetails() {
            registered()
                    .when(register("Baking", "IR", Money.IRR, true))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(
                            new ChannelDetailsChanged(CHANNEL, PARVIN, "Baking", "IR"),
                            new ChannelMadeForKidsChanged(CHANNEL, true),
                            pauseCause(PauseCause.MADE_FOR_KIDS, NOW.toString()));
        }
    }

    @Nested
    @DisplayName("C5 Followers are reported")
    class Followers {

        @Test
        void andReplaceTheFigureBefore() {
            registered()
                    .after(followers(300))
                    .when(new ReportFollowers(CHANNEL, 120))
                    .expectSuccessfulHandlerExecution()
                    .expectEvents(followers(120));
        }

        @Test
        void onceOnly_aRepeatIsQuiet() {
            registered()
                    .after(followers(300))
                    .when(new ReportFollowers(CHANNEL, 300))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void ofARegisteredChannelOnly() {
            unknown()
                    .when(new ReportFollowers(CHANNEL, 300))
                    .expectNoEvents()
                    .expectException(AggregateNotFoundException.class);
        }
    }
}
