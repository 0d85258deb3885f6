package io.usagecollector.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.EventOrigin;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.Formed;
import io.usagecollector.core.sink.http.Credential;
import io.usagecollector.core.sink.http.HttpTransport;
import io.usagecollector.core.sink.http.KeyHeader;
import io.usagecollector.core.sink.openmeter.OpenMeterAddress;
import io.usagecollector.core.sink.openmeter.OpenMeterApi;
import io.usagecollector.core.sink.openmeter.OpenMeterSink;
import io.usagecollector.core.sink.openmeter.form.EventSource;
import io.usagecollector.core.sink.openmeter.form.OpenMeterForm;
import io.usagecollector.testkit.openmeter.OpenMeterOptions;
import io.usagecollector.testkit.openmeter.OpenMeterStandIn;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the form lets pass the service takes; and whom the service accuses is whom we accuse. */
class OpenMeterFormHoldsTest {
  private static final OpenMeterStandIn OPENMETER =
      OpenMeterStandIn.start(new OpenMeterOptions().plainHttp());
  private static final OpenMeterForm FORM = new OpenMeterForm(EventSource.DEFAULT, List.of());

  @AfterAll
  static void stop() {
    OPENMETER.close();
  }

  static Stream<URI> doors() {
    return Stream.of(OPENMETER.konnect(), OPENMETER.v3(), OPENMETER.v1());
  }

  private static Answer sent(URI door, List<UsageEvent> events) {
    var transport =
        new HttpTransport(
            HttpTransport.client(), KeyHeader.bearer(), new OneToken(), new Random(1));
    var sink =
        new OpenMeterSink(
            FORM,
            OpenMeterSink.LIMITS,
            new OpenMeterApi(OpenMeterAddress.of(door.toString()), transport),
            Clock.systemUTC());
    return sink.send(events, Duration.ofSeconds(20));
  }

  private static final class OneToken implements Credential {
    @Override
    public CompletableFuture<String> value() {
      return CompletableFuture.completedFuture(OPENMETER.token());
    }

    @Override
    public void renew() {}
  }

  private static UsageEvent raw(String id, String subject) {
    String json =
        "{\"specversion\":\"1.0\",\"type\":\"t\",\"id\":\"%s\",\"source\":\"s\",\"subject\":\"%s\"}"
            .formatted(id, subject);
    return new UsageEvent(id, "t", subject, "t", json.getBytes(UTF_8));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void theServicesOwnRefusalNamesTheEvent(URI door) {
    Answer answer = sent(door, List.of(raw("a", "c"), raw("b", ""), raw("c", "c")));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Invalid.class,
            invalid -> {
              assertThat(invalid.guilty()).containsExactly(1);
              assertThat(invalid.detail()).endsWith("(subject)");
            });
  }

  /** Values that are legal here and there, awkward ones among them, in each attribute. */
  private static final List<String> TEXTS =
      List.of(
          "a", " a ", "a:b/c?d#e", "é", "\uFFFD", "a<b>&c", "\\\"quoted\\\"", "a\\nb", "-a", "a b");

  private static final List<String> TIMES =
      List.of(
          "1971-01-01T00:00:00Z",
          "2105-12-31T23:59:59.999999999Z",
          "2025-12-01t10:30:00z",
          "2016-12-31T23:59:60Z",
          "2025-12-01T10:30:00.5+05:30",
          "2025-12-01T10:30:00-00:00",
          "2025-12-01T9:30:00Z",
          "2025-12-01T10:30:00,5Z",
          "");

  private static final List<String> DATA =
      List.of(
          "{}",
          "null",
          "{\"n\":null,\"m\":{\"x\":null}}",
          "{\"n\":9007199254740993,\"f\":1e-400}",
          "{\"t\":\"<>&\"}");

  private static UsageEvent formed(Random random, int number) {
    String json =
        """
        {"type":"%s","subject":"%s","id":"%s-%d","source":"%s","time":"%s","data":%s,
         "specversion":"%s","datacontenttype":"%s","extension":"x"}\
        """
            .formatted(
                any(TEXTS, random),
                any(TEXTS, random),
                any(TEXTS, random),
                number,
                any(TEXTS, random),
                any(TIMES, random),
                any(DATA, random),
                any(List.of("1.0", "0.3", ""), random),
                any(List.of("application/json", "", "Application/JSON; charset=utf-8"), random));
    var origin =
        new EventOrigin(new StreamId("s"), new Coordinates("t", 0, number), 1_764_585_000_000L, 0);
    Formed formed = FORM.form((Obj) Json.read(json.getBytes(UTF_8)), origin);
    return formed instanceof Formed.Sendable(UsageEvent event) ? event : formed(random, number);
  }

  private static String any(List<String> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  @ParameterizedTest
  @MethodSource("doors")
  void whatTheFormLetsPassIsTaken(URI door) {
    Random random = new Random(49);
    for (int batch = 0; batch < 20; batch++) {
      int first = batch * 100;
      List<UsageEvent> events =
          Stream.iterate(first, i -> i < first + 100, i -> i + 1)
              .map(i -> formed(random, i))
              .toList();
      Answer answer = sent(door, events);
      assertThat(answer)
          .as(answer instanceof Answer.Invalid invalid ? invalid.fullText() : answer.detail())
          .isInstanceOf(Answer.Accepted.class);
    }
  }

  /** The largest event that the form lets pass is one that the service can carry. */
  @Test
  void theLargestEventIsTaken() {
    String text = "<".repeat(14_280);
    String json = "{\"type\":\"t\",\"subject\":\"c\",\"data\":{\"a\":\"" + text + "\"}}";
    var origin =
        new EventOrigin(new StreamId("s"), new Coordinates("t", 0, 1), 1_764_585_000_000L, 0);
    Formed formed = FORM.form((Obj) Json.read(json.getBytes(UTF_8)), origin);
    assertThat(sent(OPENMETER.konnect(), List.of(((Formed.Sendable) formed).event())))
        .isInstanceOf(Answer.Accepted.class);
  }
}
