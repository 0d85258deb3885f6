package io.usagecollector.core.delivery.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.delivery.bulk.Bulk;
import io.usagecollector.core.delivery.bulk.Bulks;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.BulkLimits;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.FaultKey;
import io.usagecollector.core.sink.Sink;
import io.usagecollector.core.sink.TransportFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ThreadedFlightsTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Answer ACCEPTED = new Answer.Accepted("202");

  /** Answers a bulk when its latch is open, which is known by its one event's id. */
  private static final class Waiting implements Sink {
    private final Map<String, CountDownLatch> latches = new ConcurrentHashMap<>();
    private final CountDownLatch interrupted = new CountDownLatch(1);

    CountDownLatch latch(String id) {
      return latches.computeIfAbsent(id, any -> new CountDownLatch(1));
    }

    @Override
    public Answer send(List<UsageEvent> events, Duration timeout) {
      String id = events.getFirst().eventId();
      if (id.equals("throws")) {
        throw new IllegalStateException("secret");
      }
      if (id.equals("dies")) {
        throw new OutOfMemoryError("none left");
      }
      try {
        latch(id).await();
        return ACCEPTED;
      } catch (InterruptedException e) {
        interrupted.countDown();
        Thread.currentThread().interrupt();
        return new Answer.Unauthorized(FaultKey.Answered.status(401), "interrupted");
      }
    }

    @Override
    public void renewCredentials() {}

    @Override
    public EventForm form() {
      throw new UnsupportedOperationException();
    }

    @Override
    public BulkLimits limits() {
      return new BulkLimits(1, 1);
    }
  }

  private final Waiting sink = new Waiting();
  private final InFlight air = new ThreadedFlights(3).open(sink);

  private static Bulk bulk(String id) {
    return Bulks.of(id);
  }

  @Test
  void aSlowBulkDoesNotHoldTheOthers() throws Exception {
    air.start(0, bulk("slow"), LONG);
    air.start(1, bulk("b"), LONG);
    air.start(2, bulk("c"), LONG);
    sink.latch("c").countDown();
    assertThat(air.land(LONG)).contains(new Landed(2, ACCEPTED));
    sink.latch("b").countDown();
    assertThat(air.land(LONG)).contains(new Landed(1, ACCEPTED));
    sink.latch("slow").countDown();
    assertThat(air.land(LONG)).contains(new Landed(0, ACCEPTED));
  }

  @Test
  void nothingLandsBeforeItsTime() throws Exception {
    air.start(0, bulk("a"), LONG);
    assertThat(air.land(Duration.ofMillis(1))).isEmpty();
    assertThat(air.land(Duration.ofMillis(-1))).isEmpty();
    sink.latch("a").countDown();
    assertThat(air.land(LONG)).contains(new Landed(0, ACCEPTED));
  }

  @Test
  void aSinkThatThrowsIsAnUnknownAnswer() throws Exception {
    air.start(0, bulk("throws"), LONG);
    assertThat(air.land(LONG))
        .contains(
            new Landed(
                0,
                new Answer.Unknown(
                    new FaultKey.Unanswered(TransportFault.CLIENT),
                    "the sink failed: IllegalStateException",
                    Optional.empty())));
  }

  @Test
  void whatNoExchangeMayEndWithEndsTheBatch() {
    air.start(0, bulk("dies"), LONG);
    assertThatThrownBy(() -> air.land(LONG)).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void whatIsLeftInFlightIsInterrupted() throws Exception {
    air.start(0, bulk("a"), LONG);
    air.close();
    sink.interrupted.await();
    assertThat(sink.interrupted.getCount()).isZero();
  }

  @Test
  void oneAtLeastMustBeInFlight() {
    assertThatThrownBy(() -> new ThreadedFlights(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
