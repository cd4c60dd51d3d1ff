package dev.creatorledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creatorledger.events.membership.ChargeId;
import dev.creatorledger.events.membership.MembershipEvent.MembershipChargeDue;
import dev.creatorledger.events.membership.MembershipEvent.UnowedPaymentReceived;
import dev.creatorledger.events.membership.MembershipId;
import dev.creatorledger.events.membership.RefundEvent.RefundDue;
import dev.creatorledger.platform.security.Grant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Memberships, charges and refunds over HTTP")
class MembershipRoutesTest extends HttpTestBase {

    private static final String SETTLED = "{\"paymentReference\":\"back-1\"}";

    private Answer join(String channel, String id, String member, String tier) {
        return sendAs(
                Grant.of("member", member),
                "POST",
                "/v1/channels/" + channel + "/memberships",
                """
                {"membershipId":"%s","memberId":"%s","memberName":"Omid","tierId":"%s","platform":"WEB"}"""
                        .formatted(id, member, tier));
    }

    private Answer asMember(String member, String id, String action, String body) {
        return sendAs(Grant.of("member", member), "POST", "/v1/memberships/" + id + action, body);
    }

    private Answer report(String id, ChargeId charge, String outcome, String body) {
        return sendAs(
                Grant.of("payments"), "POST", "/v1/memberships/" + id + "/charges/" + charge.value() + outcome, body);
    }

    private static String paid(String reference, String amount) {
        return "{\"paymentReference\":\"%s\",\"amount\":{\"amount\":\"%s\",\"currency\":\"IRR\"}}"
                .formatted(reference, amount);
    }

    /** The newest charge that was asked. */
    private ChargeId charge(String membership) {
        return events.since(0).stream()
                .filter(MembershipChargeDue.class::isInstance)
                .map(MembershipChargeDue.class::cast)
                .filter(due -> due.membershipId().equals(new MembershipId(membership)))
                .reduce((first, last) -> last)
                .orElseThrow()
                .chargeId();
    }

    private void joined(String channel, String id, String member) {
        withMemberships(channel);
        tier(channel, "t1", 1, "500000");
        tier(channel, "t2", 2, "900000");
        assertThat(join(channel, id, member, "t1").status()).isEqualTo(201);
    }

    @Nested
    @DisplayName("B10 POST /v1/channels/{channelId}/memberships")
    class Joining {

        @Test
        void isCreatedOnce_andTheFirstPaymentIsAsked() {
            joined("k1", "ms-1", "mem-1");
            assertThat(events.lastAppend())
                    .as("begun, charged, and in the viewer's one place")
                    .isEqualTo(3);
            assertThat(charge("ms-1").value()).hasSize(32);
            assertThat(events.lastMetaData())
                    .containsEntry("actor", "member:mem-1")
                    .containsEntry("command", "StartMembership");
            assertThat(events.since(0).toString()).contains("member:mem-1").doesNotContain("Omid");
            assertThat(join("k1", "ms-1", "mem-1", "t1").status()).isEqualTo(200);
        }

        @Test
        void nameEveryFieldThatFails() {
            withMemberships("k2");
            Answer answer = sendAs(Grant.of("member", "mem-1"), "POST", "/v1/channels/k2/memberships", "{}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violatedFields()).containsExactly("membershipId", "memberId", "tierId", "platform");
        }

        @Test
        void isForTheMemberAlone() {
            withMemberships("k3");
            Answer answer = sendAs(
                    Grant.of("member", "mem-2"),
                    "POST",
                    "/v1/channels/k3/memberships",
                    """
                    {"membershipId":"ms-3","memberId":"mem-1","tierId":"t1","platform":"WEB"}""");
            assertThat(answer.status()).isEqualTo(403);
        }

        @Test
        void needsAProgrammeThatIsOnAndAnOpenTier() {
            enrolled("k4");
            assertThat(join("k4", "ms-4", "mem-1", "t1").code()).isEqualTo("PROGRAMME_NOT_ON");
            assertThat(join("k-nobody", "ms-4", "mem-1", "t1").status()).isEqualTo(404);
            withMemberships("k5");
            assertThat(join("k5", "ms-5", "mem-1", "t1").code()).isEqualTo("UNKNOWN_TIER");
            tier("k5", "t1", 1, "500000");
            put(
                    "/v1/channels/k5/tiers/t1",
                    tierBody(1, "500000", "").replace("{\"name\"", "{\"closed\":true,\"name\""));
            Answer closed = join("k5", "ms-5", "mem-1", "t1");
            assertThat(closed.status()).isEqualTo(409);
            assertThat(closed.code()).isEqualTo("TIER_CLOSED");
        }

        @Test
        void isOnePerViewerAndChannel() {
            joined("k6", "ms-6", "mem-6");
            Answer second = join("k6", "ms-6b", "mem-6", "t2");
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.code()).isEqualTo("ALREADY_MEMBER");
            Answer other = join("k6", "ms-6", "mem-7", "t1");
            assertThat(other.code()).isEqualTo("MEMBERSHIP_FIXED");
        }

        @Test
        @DisplayName("B21 is refused while the programme is paused")
        void isRefusedDuringAPause() {
            withMemberships("k7");
            tier("k7", "t1", 1, "500000");
            decide("PUT", "/v1/channels/k7/membership-programme/causes/MADE_FOR_KIDS", "");
            Answer answer = join("k7", "ms-7", "mem-1", "t1");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo("PROGRAMME_PAUSED");
        }
    }

    @Nested
    @DisplayName("B11, B12 what the payment service reports")
    class Charges {

        @Test
        void aPaymentCountsOnce_andAReferenceIsOneChargesForEver() {
            joined("k8", "ms-8", "mem-8");
            Answer paid = report("ms-8", charge("ms-8"), ":paid", paid("ref-8", "500000"));
            assertThat(paid.status()).isEqualTo(200);
            assertThat(paid.body().path("id").asString()).isEqualTo("ms-8");
            assertThat(report("ms-8", charge("ms-8"), ":paid", paid("ref-8", "500000"))
                            .version())
                    .isEqualTo(paid.version());
            join("k8", "ms-8b", "mem-8b", "t1");
            Answer used = report("ms-8b", charge("ms-8b"), ":paid", paid("ref-8", "500000"));
            assertThat(used.status()).isEqualTo(409);
            assertThat(used.code()).isEqualTo("PAYMENT_REFERENCE_USED");
        }

        @Test
        void ofAnotherAmountOrTaxIsRefused() {
            joined("k9", "ms-9", "mem-9");
            Answer answer = report("ms-9", charge("ms-9"), ":paid", paid("ref-9", "400000"));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.code()).isEqualTo("AMOUNT_MISMATCH");
            assertThat(answer.violatedFields()).containsExactly("amount");
            for (String tax : List.of("500000", "-1")) {
                String body = paid("ref-9", "500000")
                        .replace("}}", "},\"tax\":{\"amount\":\"" + tax + "\",\"currency\":\"IRR\"}}");
                assertThat(report("ms-9", charge("ms-9"), ":paid", body).code()).isEqualTo("TAX_INVALID");
            }
            String dollars =
                    paid("ref-9", "500000").replace("}}", "},\"tax\":{\"amount\":\"1\",\"currency\":\"USD\"}}");
            assertThat(report("ms-9", charge("ms-9"), ":paid", dollars).code()).isEqualTo("TAX_INVALID");
        }

        @Test
        void aDeclineIsOfTheAttemptThatWasAsked() {
            joined("k10", "ms-10", "mem-10");
            Answer early = report("ms-10", charge("ms-10"), ":declined", "{\"attempt\":2}");
            assertThat(early.status()).isEqualTo(409);
            assertThat(early.code()).isEqualTo("WRONG_ATTEMPT");
            Answer declined = report("ms-10", charge("ms-10"), ":declined", "{\"attempt\":1}");
            assertThat(declined.status()).isEqualTo(200);
            assertThat(report("ms-10", charge("ms-10"), ":declined", "{\"attempt\":1}")
                            .body())
                    .isEqualTo(declined.body());
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    ":paid | {} | paymentReference,amount",
                    ":paid | {'paymentReference':'r','amount':{'amount':'1','currency':'TOM'}} | amount",
                    ":declined | {} | attempt",
                    ":declined | {'attempt':0} | attempt"
                },
                quoteCharacter = '"')
        void refusesWhatIsMalformed(String outcome, String body, String fields) {
            Answer answer = report("ms-none", new ChargeId("c"), outcome, body.replace('\'', '"'));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(String.join(",", answer.violatedFields())).isEqualTo(fields);
        }

        @Test
        void ofNothingKnownIsNotFound() {
            joined("k11", "ms-11", "mem-11");
            assertThat(report("ms-nobody", new ChargeId("c"), ":paid", paid("ref-x", "1"))
                            .status())
                    .isEqualTo(404);
            assertThat(report("ms-11", new ChargeId("c"), ":paid", paid("ref-x", "500000"))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Nested
    @DisplayName("B13, B14 what members do")
    class Members {

        @Test
        void cancelOnce_andWhatIsPaidAllTheSameIsPaidBack() {
            joined("k12", "ms-12", "mem-12");
            ChargeId charge = charge("ms-12");
            Answer cancelled = asMember("mem-12", "ms-12", ":cancel", "");
            assertThat(cancelled.status()).isEqualTo(200);
            assertThat(asMember("mem-12", "ms-12", ":cancel", "").body()).isEqualTo(cancelled.body());

            assertThat(report("ms-12", charge, ":paid", paid("ref-12", "500000"))
                            .status())
                    .isEqualTo(200);
            assertThat(events.since(0)).anyMatch(UnowedPaymentReceived.class::isInstance);
            RefundDue refund = events.since(0).stream()
                    .filter(RefundDue.class::isInstance)
                    .map(RefundDue.class::cast)
                    .filter(due -> due.chargeId().equals(charge))
                    .findFirst()
                    .orElseThrow();
            String path = "/v1/refunds/" + refund.refundId().value() + ":settled";
            Answer settled = sendAs(Grant.of("payments"), "POST", path, SETTLED);
            assertThat(settled.status()).isEqualTo(200);
            assertThat(sendAs(Grant.of("payments"), "POST", path, SETTLED).body())
                    .isEqualTo(settled.body());
            Answer other = sendAs(Grant.of("payments"), "POST", path, SETTLED.replace("back-1", "back-2"));
            assertThat(other.status()).isEqualTo(409);
            assertThat(other.code()).isEqualTo("REFUND_FIXED");
        }

        @Test
        void changeTheirTierWhileTheyHavePerks() {
            joined("k13", "ms-13", "mem-13");
            Answer early = asMember("mem-13", "ms-13", ":change-tier", "{\"tierId\":\"t2\"}");
            assertThat(early.status()).isEqualTo(409);
            assertThat(early.code()).isEqualTo("WRONG_MEMBERSHIP_STATE");
            report("ms-13", charge("ms-13"), ":paid", paid("ref-13", "500000"));
            assertThat(asMember("mem-13", "ms-13", ":change-tier", "{\"tierId\":\"t2\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(asMember("mem-13", "ms-13", ":change-tier", "{\"tierId\":\"t9\"}")
                            .code())
                    .isEqualTo("UNKNOWN_TIER");
            assertThat(asMember("mem-13", "ms-13", ":change-tier", "{}").violatedFields())
                    .containsExactly("tierId");
        }

        @Test
        void actForThemselvesAlone() {
            joined("k14", "ms-14", "mem-14");
            assertThat(asMember("mem-15", "ms-14", ":cancel", "").status()).isEqualTo(403);
            assertThat(asMember("mem-15", "ms-14", ":change-tier", "{\"tierId\":\"t2\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(asMember("mem-14", "ms-nobody", ":cancel", "").status()).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("B25 a refund that is not known is not found")
    void unknownRefund() {
        assertThat(sendAs(Grant.of("payments"), "POST", "/v1/refunds/nothing:settled", SETTLED)
                        .status())
                .isEqualTo(404);
        assertThat(sendAs(Grant.of("payments"), "POST", "/v1/refunds/nothing:settled", "{}")
                        .violatedFields())
                .containsExactly("paymentReference");
    }
}
