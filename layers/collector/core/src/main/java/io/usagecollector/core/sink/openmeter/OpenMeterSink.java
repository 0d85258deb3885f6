package io.usagecollector.core.sink.openmeter;

import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.BulkLimits;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Sink;
import io.usagecollector.core.sink.http.Exchange;
import io.usagecollector.core.sink.http.meaning.AnswerTable;
import io.usagecollector.core.sink.openmeter.form.OpenMeterForm;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events to {@code POST .../events}, as batches. A repeat is a repeat there by source and id
 * together. Thread-safe.
 */
public final class OpenMeterSink implements Sink {
  /**
   * The service states no limit of its own: as many as its own collector sends, and no more bytes
   * than are quick to repeat.
   */
  public static final BulkLimits LIMITS = new BulkLimits(100, 256_000 - EventBatch.FRAME);

  private static final Logger LOG = LoggerFactory.getLogger(OpenMeterSink.class);

  private final OpenMeterForm form;
  private final BulkLimits limits;
  private final OpenMeterApi api;
  private final InstantSource clock;
  private final AnswerTable answers;

  /**
   * @param limits how much one bulk may hold, {@link #LIMITS} at most
   */
  public OpenMeterSink(
      OpenMeterForm form, BulkLimits limits, OpenMeterApi api, InstantSource clock) {
    this.form = form;
    this.limits = limits;
    this.api = api;
    this.clock = clock;
    this.answers = new AnswerTable(OpenMeterAnswers.of(api.eventsEndpoint()));
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
    api.renewToken();
  }

  @Override
  public Answer send(List<UsageEvent> events, Duration timeout) {
    String requestId = api.requestId();
    Exchange exchange = api.ingest(EventBatch.of(events), requestId, timeout);
    Answer answer = answers.to(exchange, clock.instant());
    if (!(answer instanceof Answer.Accepted)) {
      LOG.warn("Request {} of {} events: {}", requestId, events.size(), answer.detail());
    }
    return answer;
  }
}
