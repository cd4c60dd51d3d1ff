package dev.creatorledger.platform.refusal;

/** The stable codes of every problem that a caller can meet, with the HTTP status of each. */
public enum ErrorCode {
    MALFORMED_REQUEST(400, "The request cannot be read"),
    INVALID_FIELD(400, "A field is missing or malformed"),
    REASON_REQUIRED(400, "A decision needs a reason"),
    IDEMPOTENCY_KEY_REQUIRED(400, "A command needs an idempotency key"),
    UNAUTHENTICATED(401, "No valid token"),
    FORBIDDEN(403, "Not allowed with this token"),
    NOT_FOUND(404, "There is nothing of this name"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "The answer cannot be given in an accepted media type"),
    IDEMPOTENCY_IN_PROGRESS(409, "The first request under this key is still running"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key stands for another request"),
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not supported"),
    TOO_MANY_REQUESTS(429, "Too many requests at once"),
    INTERNAL(500, "Something went wrong here"),
    UNAVAILABLE(503, "The service cannot answer now"),
    VIEW_BEHIND(503, "The view has not reached the position yet"),
    CHAIN_BROKEN(503, "The events are not the ones that were linked"),

    CHANNEL_CURRENCY_FIXED(409, "A channel's currency never changes"),
    PERSON_ERASED(409, "The person was erased"),
    VIDEO_FIXED(409, "Channel, kind, webcam and original of a video never change"),
    UNKNOWN_CHANNEL(422, "The channel is not registered"),
    UNKNOWN_ORIGINAL(422, "The original video is not registered"),
    AUDIENCE_IN_FUTURE(422, "The day has not begun yet"),
    NOT_ELIGIBLE(422, "The channel is not eligible"),
    SHARE_OUT_OF_RANGE(422, "The share is below its floor or above the whole"),
    WRONG_PROGRAMME_STATE(409, "The programme's state does not allow this"),
    INVALID_IBAN(422, "The IBAN is not valid"),
    HOLDER_NOT_OWNER(422, "The account is not in the owner's name"),
    NO_BANK_ACCOUNT(409, "There is no bank account to pay to"),
    BELOW_THRESHOLD(422, "The balance does not exceed its threshold"),
    CURRENCY_NOT_PAYABLE(422, "The currency is not paid out"),
    PAYOUT_OPEN(409, "A payout is open"),
    PAYOUT_FIXED(409, "A payout stays as it was requested"),
    CHANNEL_SUSPENDED(409, "The channel is suspended"),
    WRONG_PAYOUT_STATE(409, "The payout's state does not allow this"),
    SETTLED_AT_INVALID(422, "The time of the settlement is impossible"),
    REFUNDS_RUNNING(409, "Refunds are still being booked in this currency"),
    PROGRAMME_PAUSED(409, "The membership programme is paused"),
    PROGRAMME_ENDING(409, "The old membership programme is still being refunded"),
    PROGRAMME_NOT_ON(409, "The membership programme is not on"),
    WRONG_MEMBERSHIP_PROGRAMME_STATE(409, "The membership programme's state does not allow this"),
    TIER_CURRENCY_FIXED(422, "A membership programme has one currency"),
    PRICE_NOT_PAYABLE(422, "The price is no whole number of the smallest payable unit"),
    TOO_MANY_TIERS(422, "The membership programme has as many tiers as it may"),
    RANK_TAKEN(422, "Another tier has this rank"),
    PRICE_AGAINST_RANK(422, "A higher rank has a higher price"),
    UNKNOWN_TIER(422, "The programme has no such tier"),
    TIER_CLOSED(409, "The tier takes no new members"),
    PERK_DOWNLOAD(422, "Downloads of what is on the platform are no perk"),
    PERK_IN_PERSON(422, "Meetings in person are no perk"),
    PERK_BY_CHANCE(422, "What only some members get by chance is no perk"),
    PERK_FOR_CHILDREN(422, "What is aimed at children is no perk"),
    PERK_PRESSES_CHILDREN(422, "What has children ask their parents to join is no perk"),
    ALREADY_MEMBER(409, "The viewer has a live membership in this channel"),
    MEMBERSHIP_FIXED(409, "A membership stays as it was begun"),
    WRONG_MEMBERSHIP_STATE(409, "The membership's state does not allow this"),
    PAYMENT_REFERENCE_USED(409, "The payment reference belongs to another charge"),
    AMOUNT_MISMATCH(422, "The amount is not that of the charge"),
    TAX_INVALID(422, "The tax is not below the amount, or of another currency"),
    WRONG_ATTEMPT(409, "The attempt is not the one that was asked"),
    CHARGE_PAID(409, "The charge is paid"),
    REFUND_FIXED(409, "The refund was settled under another reference"),
    EFFECTIVE_IN_PAST(422, "A version comes into force now or later"),
    TOO_MANY_VERSIONS(409, "There are too many versions"),
    WARNING_AFTER_DEADLINE(422, "The warning would come after its deadline"),
    NO_BUSINESS_DAYS_LEFT(422, "The calendar leaves too few business days"),
    BACKFILL_FIXED(409, "The period of a backfill never changes"),
    BACKFILL_CLOSED(409, "A closed backfill is not opened again"),
    BACKFILL_OVERLAPS(409, "An open backfill covers part of this period"),
    BACKFILL_PERIOD_INVALID(422, "The period is empty, not of full hours, or has not ended 24 hours ago"),
    REPLAY_RUNNING(409, "The view is being replayed or switched over"),
    REPLAY_FAILED(409, "The replay has no verdict"),
    WINDOW_OPEN(409, "The window is not sealed yet");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** What it means, in one phrase. */
    public String title() {
        return title;
    }
}
