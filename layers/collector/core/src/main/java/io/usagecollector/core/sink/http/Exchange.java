package io.usagecollector.core.sink.http;

import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.TransportFault;
import java.util.Optional;

/** What came of a request. */
public sealed interface Exchange {
  /** An answer: what it means is its service's affair. */
  record Answered(Reply reply) implements Exchange {}

  /**
   * No answer.
   *
   * @param detail for people, safe to log
   */
  record Unanswered(TransportFault fault, String detail) implements Exchange {
    /** What it means, which is the same for every service. */
    public Answer meaning() {
      var key = new FaultKey.Unanswered(fault);
      return fault == TransportFault.CLIENT
          ? new Answer.Unknown(key, detail, Optional.empty())
          : new Answer.Transient(key, detail, Optional.empty());
    }
  }
}
