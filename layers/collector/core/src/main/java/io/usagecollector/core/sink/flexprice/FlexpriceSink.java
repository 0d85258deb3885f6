package io.usagecollector.core.sink.flexprice;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.BulkLimits;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Sink;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import io.usagecollector.core.sink.http.Exchange;
import io.usagecollector.core.sink.http.meaning.AnswerTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events to Flexprice: one to {@code POST /v1/events}, several to {@code POST
 * /v1/events/bulk}. A connection that went stale shows as a broken one, and costs one attempt.
 * Thread-safe.
 */
public final class FlexpriceSink implements Sink {
  /** Flexprice's own limit on events; of its 32 MiB a bulk takes what is quick to repeat. */
  public static final BulkLimits LIMITS = new BulkLimits(1_000, 4_000_000 - EventBody.FRAME);

  private static final Logger LOG = LoggerFactory.getLogger(FlexpriceSink.class);
  private static final String SINGLE = "/v1/events";
  private static final String BULK = "/v1/events/bulk";

  private final FlexpriceForm form;
  private final BulkLimits limits;
  private final FlexpriceApi api;
  private final InstantSource clock;
  private final AnswerTable answers;

  /**
   * @param limits how much one bulk may hold, {@link #LIMITS} at most
   */
  public FlexpriceSink(
      FlexpriceForm form, BulkLimits limits, FlexpriceApi api, InstantSource clock) {
    this.form = form;
    this.limits = limits;
    this.api = api;
    this.clock = clock;
    this.answers = new AnswerTable(FlexpriceAnswers.of(api.host()));
  }

  @Override
  public EventForm form() {
    return form;
  }

  @Override
  public BulkLimits limits() {
    return limits;
  }

  @Override
  public void renewCredentials() {
    api.renewKey();
  }

  @Override
  public Answer send(List<UsageEvent> events, Duration timeout) {
    String requestId = api.requestId();
    Answer answer = answers.to(exchange(events, requestId, timeout), clock.instant());
    if (!(answer instanceof Answer.Accepted)) {
      LOG.warn("Request {} of {} events: {}", requestId, events.size(), answer.detail());
    }
    return answer;
  }

  private Exchange exchange(List<UsageEvent> events, String requestId, Duration timeout) {
    return events.size() == 1
        ? api.post(SINGLE, events.getFirst().json(), requestId, timeout)
        : api.post(BULK, EventBody.bulk(events), requestId, timeout);
  }
}
