package io.usagecollector.core.source;

import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.core.delivery.Delivery;
import io.usagecollector.core.delivery.Ports;
import io.usagecollector.core.delivery.flight.ThreadedFlights;
import io.usagecollector.core.delivery.gate.InstanceGate;
import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.RetryPolicy;
import io.usagecollector.core.delivery.pace.RetryTokens;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Origin;
import io.usagecollector.core.letter.Receipt;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.core.sink.Answer;
import io.usagecollector.core.sink.BulkLimits;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Sink;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** A process of its own: delivers records of which each unpacks to an event of 880 KB. */
public final class SmallHeap {
  private static final int RECORDS = 600;

  private SmallHeap() {}

  /**
   * Ends with status 0 if all were accepted.
   *
   * @param args the most bytes of a bulk
   */
  public static void main(String[] args) throws IOException {
    var limits = new BulkLimits(1_000, Integer.parseInt(args[0]));
    var clock = Clock.systemUTC();
    var ports =
        new Ports(
            new Taking(limits),
            new ThreadedFlights(10),
            NONE,
            Optional.empty(),
            new InstanceGate(clock),
            RetryPolicy.DEFAULT,
            new RetryTokens(),
            Thread::sleep,
            new Random(1));
    BatchReport report =
        new Delivery(ports)
            .deliver(
                records(), new TimeBudget(clock, Duration.ofMinutes(5)), Acknowledger.PER_RECORD);
    System.out.println(report.tally());
    System.exit(report.traffic().eventsAccepted() == RECORDS ? 0 : 1);
  }

  private static List<Inbound> records() throws IOException {
    String config =
        """
        input: {kafka: {addresses: [b:9092], topics: [t], consumer_group: g}}
        pipeline:
          processors:
            - mapping: root = content().decompress("gzip")
            - unarchive: {format: json_array}
            - mapping: root = this
        output: {flexprice: {api_host: h, api_key: "${KEY}"}}
        """;
    RecordPipeline pipeline =
        CollectorConfig.parse("c.yaml", config, EnvironmentVariables.of(Map.of("KEY", "k")))
            .compile(new StreamId("s"));
    byte[] packed = packed();
    return IntStream.range(0, RECORDS)
        .mapToObj(i ->
            new SourceRecord(
                new Coordinates("t", 0, i), 1_764_585_000_000L, null, packed, List.of()))
        .map(
            MappedRecord.with(
                new Origin(new StreamId("s"), "flexprice", "v"),
                pipeline,
                FlexpriceForm.billing(null),
                System::nanoTime))
        .toList();
  }

  private static byte[] packed() throws IOException {
    String event =
        "[{\"event_name\":\"a\",\"external_customer_id\":\"c\",\"properties\":{\"p\":\""
            + "x".repeat(880_000)
            + "\"}}]";
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(event.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static final Letters NONE =
      (letters, timeout) -> {
        letters.forEach(letter -> System.out.println(letter.reason()));
        return Collections.nCopies(letters.size(), new Receipt.Refused("there is none"));
      };

  private record Taking(BulkLimits limits) implements Sink {
    @Override
    public Answer send(List<UsageEvent> events, Duration timeout) {
      return new Answer.Accepted("202");
    }

    @Override
    public void renewCredentials() {}

    @Override
    public EventForm form() {
      return FlexpriceForm.billing(null);
    }
  }
}
