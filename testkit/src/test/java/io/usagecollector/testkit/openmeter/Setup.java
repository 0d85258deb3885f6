package io.usagecollector.testkit.openmeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.client.HttpAnswer;
import io.usagecollector.testkit.client.HttpCalls;
import io.usagecollector.testkit.openmeter.client.OpenMeterAccess;
import io.usagecollector.testkit.openmeter.client.OpenMeterClient;
import io.usagecollector.testkit.openmeter.client.PlanHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A stand-in, its client, and calls to any path of it. */
final class Setup implements AutoCloseable {
  static final String BATCH = "application/cloudevents-batch+json";

  final OpenMeterStandIn standIn;
  final OpenMeterClient client;
  private final HttpCalls calls;

  Setup(OpenMeterOptions options) {
    standIn = OpenMeterStandIn.start(options);
    OpenMeterAccess access = OpenMeterAccess.selfHosted(standIn.url(), Optional.empty());
    client = new OpenMeterClient(access, standIn.clientTls());
    calls = access.rootCalls(standIn.clientTls());
  }

  PlanHandle plan(String key) {
    return client.publishPlan(client.draftPlan(key).id());
  }

  HttpAnswer get(String path) {
    return send("GET", path, "", Map.of());
  }

  HttpAnswer events(String path, String... events) {
    return send("POST", path, "[" + String.join(",", events) + "]", Map.of("Content-Type", BATCH));
  }

  void sent(String... events) {
    assertThat(events("/api/v3/openmeter/events", events).status()).isEqualTo(202);
  }

  HttpAnswer send(String method, String path, String body, Map<String, String> more) {
    Map<String, String> headers = new HashMap<>(calls.headers());
    headers.putAll(more);
    try {
      return calls.send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String event(String id, String subject, String data) {
    return event(id, subject, "2026-03-01T12:00:00Z", data);
  }

  static String event(String id, String subject, String time, String data) {
    return """
    {"specversion":"1.0","id":"%s","source":"s","type":"t","subject":"%s","time":"%s","data":%s}\
    """
        .formatted(id, subject, time, data);
  }

  @Override
  public void close() {
    client.close();
    calls.close();
    standIn.close();
  }
}
