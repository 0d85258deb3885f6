package io.usagecollector.core.delivery.flight;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.Sink;
import io.usagecollector.core.sink.TransportFault;
import java.time.Duration;
import java.util.Optional;

/** One request with a bulk. A sink throws nothing; if it does, that is an unknown answer. */
public record BulkExchange(Sink sink) {
  /** Sends it, and waits for the answer. */
  public Answer answer(Bulk bulk, Duration timeout) {
    try {
      return sink.send(bulk.events(), timeout);
    } catch (RuntimeException e) {
      String detail = "the sink failed: " + e.getClass().getSimpleName();
      return new Answer.Unknown(
          new FaultKey.Unanswered(TransportFault.CLIENT), detail, Optional.empty());
    }
  }
}
