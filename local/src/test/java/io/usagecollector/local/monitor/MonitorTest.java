package io.usagecollector.local.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.local.FreePort;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonitorTest {
  private static final List<Long> TEN =
      LongStream.rangeClosed(1, 10).mapToObj(i -> 100 * (11 - i)).toList();
  private static final Version VERSION =
      new Version("1.2.3", Instant.parse("2026-01-02T03:04:05Z"));

  private final int port = FreePort.pick();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Figures figures =
      new Figures(
          true,
          20,
          18,
          1,
          17,
          4,
          6,
          3,
          2,
          1,
          new BatchesCreated(5, 2, 3),
          new Latency(10, 5_500, TEN));
  private Monitor monitor;

  @BeforeEach
  void start() throws IOException {
    monitor = Monitor.start(port, VERSION, () -> figures);
  }

  @AfterEach
  void stop() {
    monitor.close();
    client.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void pingAnswersPong() throws Exception {
    assertThat(get("/ping").statusCode()).isEqualTo(200);
    assertThat(get("/ping").body()).isEqualTo("pong");
  }

  @Test
  void readyFollowsTheSystem() throws Exception {
    assertThat(get("/ready").statusCode()).isEqualTo(200);
    assertThat(get("/ready").body()).isEqualTo("OK");
    figures = nothingYet();
    assertThat(get("/ready").statusCode()).isEqualTo(503);
  }

  private static Figures nothingYet() {
    return new Figures(false, 0, 0, 0, 0, 0, 0, 0, 0, 0, new BatchesCreated(0, 0, 0), Latency.NONE);
  }

  @Test
  void versionIsTheProjectsAndWhenItWasBuilt() throws Exception {
    assertThat(get("/version").statusCode()).isEqualTo(200);
    assertThat(get("/version").body())
        .isEqualTo("{\"version\":\"1.2.3\", \"built\":\"2026-01-02T03:04:05Z\"}");
  }

  @Test
  void aLatencyOfNothingIsNotANumber() throws Exception {
    figures = nothingYet();
    assertThat(get("/metrics").body())
        .contains(
            """
            input_latency_ns{label="",path="root.input",quantile="0.99"} NaN
            input_latency_ns_sum{label="",path="root.input"} 0
            input_latency_ns_count{label="",path="root.input"} 0
            """);
    assertThat(get("/stats", "Accept", "application/json").body())
        .containsIgnoringWhitespaces("\"input_latency_ns\":{\"sum\":0,\"count\":0}");
  }

  @Test
  void metricsHaveTheCollectorsNamesAndTheGuides() throws Exception {
    HttpResponse<String> answer = get("/metrics");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body())
        .isEqualTo(
            """
            # TYPE input_received counter
            input_received{label="",path="root.input"} 20
            # TYPE benthos_input_received_total counter
            benthos_input_received_total{label="",path="root.input"} 20
            # TYPE input_latency_ns summary
            input_latency_ns{label="",path="root.input",quantile="0.5"} 500
            input_latency_ns{label="",path="root.input",quantile="0.9"} 900
            input_latency_ns{label="",path="root.input",quantile="0.99"} 1000
            input_latency_ns_sum{label="",path="root.input"} 5500
            input_latency_ns_count{label="",path="root.input"} 10
            # TYPE batch_created counter
            batch_created{label="",mechanism="count",path="root.input.batching"} 5
            batch_created{label="",mechanism="size",path="root.input.batching"} 2
            batch_created{label="",mechanism="period",path="root.input.batching"} 3
            batch_created{label="",mechanism="check",path="root.input.batching"} 0
            # TYPE processor_received counter
            processor_received{label="",path="root.pipeline.processors.0"} 20
            # TYPE processor_sent counter
            processor_sent{label="",path="root.pipeline.processors.0"} 18
            # TYPE processor_error counter
            processor_error{label="",path="root.pipeline.processors.0"} 1
            # TYPE benthos_processor_error_total counter
            benthos_processor_error_total{label="",path="root.pipeline.processors.0"} 1
            # TYPE output_sent counter
            output_sent{label="",path="root.output"} 17
            # TYPE benthos_output_sent_total counter
            benthos_output_sent_total{label="",path="root.output"} 17
            # TYPE output_error counter
            output_error{label="",path="root.output"} 4
            # TYPE benthos_output_error_total counter
            benthos_output_error_total{label="",path="root.output"} 4
            # TYPE output_batch_sent counter
            output_batch_sent{label="",path="root.output"} 6
            # TYPE usage_collector_lag gauge
            usage_collector_lag 3
            # TYPE usage_collector_retry_queue_messages gauge
            usage_collector_retry_queue_messages 2
            # TYPE usage_collector_dead_letter_queue_messages gauge
            usage_collector_dead_letter_queue_messages 1
            """);
  }

  @Test
  void statsAreTheMetricsOrJsonForWhoAsksForIt() throws Exception {
    assertThat(get("/stats").body()).isEqualTo(get("/metrics").body());
    HttpResponse<String> json = get("/stats", "Accept", "application/json");
    assertThat(json.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(json.body())
        .contains("\"input_received\" : 20", "\"output_sent\" : 17")
        .containsIgnoringWhitespaces(
            "\"input_latency_ns\":{\"p50\":500,\"p90\":900,\"p99\":1000,\"sum\":5500,\"count\":10}",
            "\"batch_created\":{\"count\":5,\"size\":2,\"period\":3,\"check\":0}");
  }

  @Test
  void whatIsNotServedIsNotFound() throws Exception {
    assertThat(get("/other").statusCode()).isEqualTo(404);
  }

  @Test
  void aTakenPortIsToldByAnException() {
    assertThatThrownBy(() -> Monitor.start(port, VERSION, () -> figures))
        .isInstanceOf(BindException.class);
  }
}
