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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonitorTest {
  private final int port = FreePort.pick();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile Figures figures = new Figures(true, 20, 18, 1, 17, 4, 6, 3, 2, 1);
  private Monitor monitor;

  @BeforeEach
  void start() throws IOException {
    monitor = Monitor.start(port, () -> figures);
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
    figures = new Figures(false, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(get("/ready").statusCode()).isEqualTo(503);
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
    assertThat(json.body()).contains("\"input_received\" : 20", "\"output_sent\" : 17");
  }

  @Test
  void whatIsNotServedIsNotFound() throws Exception {
    assertThat(get("/other").statusCode()).isEqualTo(404);
  }

  @Test
  void aTakenPortIsToldByAnException() {
    assertThatThrownBy(() -> Monitor.start(port, () -> figures)).isInstanceOf(BindException.class);
  }
}
