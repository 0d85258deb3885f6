package io.usagecollector.core.delivery.outcome;

/**
 * Something a person must look at: it does not mend itself.
 *
 * @param kind what it is, for a metric
 * @param text what is wrong and what to do, safe to log
 */
public record Alarm(Kind kind, String text) {
  /** What can be wrong with more than one record. */
  public enum Kind {
    /** The billing service refuses the API key. Raised once each time delivery stops for it. */
    CREDENTIALS_REFUSED,
    /** Something before the billing service refuses all calls alike. */
    FORBIDDEN,
    /** What answers is not the billing service's endpoint. */
    MISCONFIGURED,
    /** The billing service has not answered for a while. */
    OUTAGE,
    /** The billing service is not called but for a probe. Raised once a minute by an instance. */
    CIRCUIT_OPEN,
    /** Events are refused alike and none is accepted: the fault may not be theirs. */
    ALL_REFUSED_ALIKE,
    /** The dead-letter queue did not take a letter, so its record is held. */
    DEAD_LETTER_REFUSED,
    /** The retry queue did not take a letter, so its record is held. */
    RETRY_QUEUE_REFUSED,
    /** Customers cannot be made ready until somebody changes something. */
    CUSTOMERS_NOT_READY,
    /** The outcomes do not add up to the records: a fault of this program. */
    COUNTS_DO_NOT_ADD_UP
  }

  public static Alarm credentialsRefused(String answer) {
    return new Alarm(
        Kind.CREDENTIALS_REFUSED,
        "The billing service refuses the API key, also when fetched anew: everything is held, and"
            + " it is not called for a minute. Check the key and its role. It answered: "
            + answer);
  }

  /** All calls are refused in words that are not the service's. */
  public static Alarm forbidden(String answer) {
    return new Alarm(
        Kind.FORBIDDEN,
        "Something before the billing service refuses all calls, in words that are not the"
            + " service's: everything is held, and one batch a minute is tried. Check the gateway,"
            + " proxy or firewall on the way, and the URL. It answered: "
            + answer);
  }

  /** Nothing at the URL takes events. */
  public static Alarm misconfigured(String answer) {
    return new Alarm(
        Kind.MISCONFIGURED,
        "What answers is not the billing service's endpoint: everything is held, and one batch a"
            + " minute is tried. It answered: "
            + answer);
  }

  /** No answer that tells anything, for a minute and more. */
  public static Alarm outage(String answer) {
    return new Alarm(
        Kind.OUTAGE,
        "The billing service has not answered for a while: one batch at intervals is tried. Check"
            + " its status, and the network on the way. The last call ended with: "
            + answer);
  }

  /**
   * Nothing is mapped or sent.
   *
   * @param why what the gate was closed for
   */
  public static Alarm circuitOpen(String why) {
    return new Alarm(
        Kind.CIRCUIT_OPEN,
        "The circuit is open: "
            + why
            + ". No record is mapped or sent, but for one batch at intervals that tries; it goes on"
            + " by itself once that is accepted. An alarm of that batch says what is answered");
  }

  public static Alarm allRefusedAlike(String answer) {
    return new Alarm(
        Kind.ALL_REFUSED_ALIKE,
        "What was sent was all refused alike and none accepted, so the fault is not the events':"
            + " everything is held, and one batch at intervals is tried. Check what stands before"
            + " the billing service, and whether its API has changed. It answered: "
            + answer);
  }

  public static Alarm refusedWithoutComparison(int events, String answer) {
    return new Alarm(
        Kind.ALL_REFUSED_ALIKE,
        events
            + " events were refused alike, and none was accepted lately that would show the fault"
            + " to be theirs: they are held until one is. Check the events of the held records, and"
            + " the billing service. It answered: "
            + answer);
  }

  public static Alarm deadLettersRefused(int letters, String why) {
    return new Alarm(
        Kind.DEAD_LETTER_REFUSED,
        letters
            + " dead letters could not be stored, so their records are held. Check the queue, its"
            + " URL and the permission to send. The first was refused because "
            + why);
  }

  public static Alarm retryQueueRefused(int letters, String why) {
    return new Alarm(
        Kind.RETRY_QUEUE_REFUSED,
        letters
            + " events could not be deferred, so their records are held. Check the retry queue, its"
            + " URL and the permission to send. The first was refused because "
            + why);
  }

  /**
   * Events wait for customers.
   *
   * @param why what stands in the way
   */
  public static Alarm customersNotReady(String why) {
    return new Alarm(
        Kind.CUSTOMERS_NOT_READY,
        "Customers cannot be made ready, and their events are not sent: they wait, and go out by"
            + " themselves once it is mended. What stands in the way: "
            + why);
  }

  public static Alarm countsDoNotAddUp(int received, int settled) {
    return new Alarm(
        Kind.COUNTS_DO_NOT_ADD_UP,
        settled
            + " outcomes for "
            + received
            + " records: a fault of this program. All of the batch is held; please report it.");
  }
}
