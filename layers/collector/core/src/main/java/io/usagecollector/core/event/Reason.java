package io.usagecollector.core.event;

/**
 * Why a record or event cannot be billed as it stands.
 *
 * @param kind which rule or step refused it
 * @param safeText what is wrong and where, without the offending value: may reach a log or a metric
 * @param fullText the same with the value, as the engine says it: goes into the dead letter only
 */
public record Reason(Kind kind, String safeText, String fullText) {
  /** The steps that can refuse a record for good. */
  public enum Kind {
    /** The mapping failed on it. */
    MAPPING_FAULT,
    /** The time was up before the mapping was through; with more of it, the record may pass. */
    OUT_OF_TIME,
    /** What the mapping made is no valid usage event. */
    INVALID_EVENT,
    /** The billing service refused the event itself. */
    REFUSED_BY_SERVICE,
    /** Its customer could not be made ready at the billing service. */
    CUSTOMER_NOT_READY,
    /** Nothing is known to be wrong with it, but it was tried too often, or is too old by now. */
    NOT_DELIVERED,
    /** This program failed on it: it ended the process, or broke where its items come from. */
    INTERNAL,
    /** A message that is no letter of this program. */
    UNREADABLE
  }

  public static Reason of(Kind kind, String safeText) {
    return new Reason(kind, safeText, safeText);
  }

  /** The safe text: a reason that is printed by accident tells no value. */
  @Override
  public String toString() {
    return kind + ": " + safeText;
  }
}
