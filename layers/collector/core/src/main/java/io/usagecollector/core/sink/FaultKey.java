package io.usagecollector.core.sink;

import java.util.List;

/**
 * What went wrong, as a value: equal for the same fault, whatever events were in the request. Safe
 * to log, and to tell two faults apart or alike by; texts are for people.
 */
public sealed interface FaultKey {
  /**
   * The service, or something before it, answered.
   *
   * @param status the HTTP status
   * @param code the service's own word for the fault, or empty
   * @param fields the names of the fields it complains about, sorted
   */
  record Answered(int status, String code, List<String> fields) implements FaultKey {
    public Answered {
      fields = fields.stream().sorted().toList();
    }

    /** An answer that says no more than its status. */
    public static Answered status(int status) {
      return new Answered(status, "", List.of());
    }
  }

  /** No answer came. */
  record Unanswered(TransportFault fault) implements FaultKey {}

  /**
   * Whether the service may have stored the events all the same, so that sending them again under
   * another id or time would bill them twice. Only an answer that turns the request away says that
   * it has not; and of a bulk that is refused for one event (400), those before it may be.
   */
  default boolean mayBeStored() {
    return switch (this) {
      case Answered(int status, String _, List<String> _) -> !turnsAway(status);
      case Unanswered(TransportFault fault) -> fault.mayHaveArrived();
    };
  }

  private static boolean turnsAway(int status) {
    return switch (status) {
      case 400, 401, 403, 404, 413, 425, 429 -> true;
      default -> status >= 300 && status < 400;
    };
  }
}
