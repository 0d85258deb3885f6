package io.usagecollector.core.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.core.delivery.admission.Customers;
import io.usagecollector.core.delivery.flight.Flights;
import io.usagecollector.core.delivery.flight.OneAtATime;
import io.usagecollector.core.delivery.gate.InstanceGate;
import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.outcome.Acknowledger;
import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.pace.DeferralPolicy;
import io.usagecollector.core.delivery.pace.Outage;
import io.usagecollector.core.delivery.pace.RetryPolicy;
import io.usagecollector.core.delivery.pace.RetryTokens;
import io.usagecollector.core.delivery.pace.TimeBudget;
import io.usagecollector.core.delivery.pace.VirtualTime;
import io.usagecollector.core.event.Coordinates;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.core.letter.Letters;
import io.usagecollector.core.letter.Origin;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.Formed;
import io.usagecollector.core.source.Remapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One function instance in virtual time, and the records it is given. */
public final class World {
  /** What the pipeline makes of a record: its value says it, word by word, a part each. */
  static final RecordPipeline PIPELINE = World::parts;

  static final Str ID = Str.of("event_id");

  /** The event of a document that says nothing but its id. */
  static final EventForm FORM =
      (document, origin) -> new Formed.Sendable(event(String.valueOf(document.get(ID))));

  static final Origin ORIGIN = new Origin(new StreamId("stream"), "sink", "v1");

  /** How letters without an event are mapped. */
  public static final Remapping REMAPPING =
      new Remapping(
          ORIGIN.sink(), ORIGIN.mappingVersion(), stream -> PIPELINE, FORM, System::nanoTime);

  public final VirtualTime time = new VirtualTime();
  public final InstanceGate gate = new InstanceGate(time);

  private final Random random = new Random(7);
  private Flights flights = new OneAtATime();
  private Optional<Customers> customers = Optional.empty();

  /** What cannot be delivered now is held, until there is one. */
  Optional<RetryQueue> retryQueue = Optional.empty();

  /** From now on what cannot be delivered now goes there, where it need not be held. */
  public World deferringTo(Letters queue, Outage outage) {
    retryQueue = Optional.of(new RetryQueue(queue, DeferralPolicy.DEFAULT, outage));
    return this;
  }

  /** From now on customers are asked for. */
  public World asking(Customers port) {
    customers = Optional.of(port);
    return this;
  }

  /** From now on bulks go out so. */
  World flying(Flights others) {
    flights = others;
    return this;
  }

  public static SourceRecord record(long offset, String value) {
    Coordinates at = new Coordinates("t", 0, offset);
    return new SourceRecord(at, 1_000, null, value.getBytes(UTF_8), List.of());
  }

  /**
   * Records at the offsets 0, 1, ...: "good", "bad" (to the sink), "filtered" or "faulty", and
   * whose, such as "good@alice".
   */
  public static List<SourceRecord> records(String... values) {
    return java.util.stream.IntStream.range(0, values.length)
        .mapToObj(i -> record(i, values[i]))
        .toList();
  }

  public static Batch batch(List<SourceRecord> records) {
    return new Batch(ORIGIN, PIPELINE, records);
  }

  public BatchReport deliver(ScriptedSink sink, Letters letters, List<SourceRecord> records) {
    return deliver(sink, letters, batch(records), Acknowledger.PER_RECORD);
  }

  public BatchReport deliver(
      ScriptedSink sink, Letters letters, Batch batch, Acknowledger acknowledgement) {
    return deliver(sink, letters, batch, acknowledgement, Duration.ofSeconds(60));
  }

  public BatchReport deliver(
      ScriptedSink sink,
      Letters letters,
      Batch batch,
      Acknowledger acknowledgement,
      Duration left) {
    return deliver(sink, letters, batch.inbound(sink.form()), acknowledgement, left);
  }

  public BatchReport deliver(
      ScriptedSink sink,
      Letters letters,
      List<Inbound> batch,
      Acknowledger acknowledgement,
      Duration left) {
    RetryPolicy retries = new RetryPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(1));
    Ports ports =
        new Ports(
            sink,
            flights,
            customers,
            letters,
            retryQueue,
            gate,
            retries,
            new RetryTokens(),
            time,
            random);
    return new Delivery(ports).deliver(batch, new TimeBudget(time, left), acknowledgement);
  }

  /** A sink that refuses a bulk for its bad events: those whose id starts so. */
  public static ScriptedSink refusingBad(VirtualTime time, int bulk) {
    return new ScriptedSink(
        time,
        bulk,
        ids ->
            ids.stream().anyMatch(id -> id.startsWith("bad"))
                ? ScriptedSink.invalid("400")
                : ScriptedSink.ACCEPTED);
  }

  /**
   * The same, where it names the bad events of a bulk.
   *
   * @param most how many it names at most
   */
  static ScriptedSink namingBad(VirtualTime time, int bulk, int most) {
    return new ScriptedSink(
        time,
        bulk,
        ids -> {
          List<Integer> bad =
              IntStream.range(0, ids.size())
                  .filter(i -> ids.get(i).startsWith("bad"))
                  .limit(most)
                  .boxed()
                  .toList();
          return bad.isEmpty() ? ScriptedSink.ACCEPTED : ScriptedSink.naming("400", bad);
        });
  }

  private static List<Part> parts(SourceRecord record) {
    String[] words = new String(record.value(), UTF_8).split(" ");
    return Stream.iterate(0, i -> i < words.length, i -> i + 1)
        .map(i -> part(i, words[i], record.at()))
        .toList();
  }

  private static Part part(int ordinal, String word, Coordinates at) {
    return switch (word) {
      case "filtered" -> new Part.Filtered(ordinal);
      case "faulty" ->
          new Part.Faulted(ordinal, Reason.of(Reason.Kind.MAPPING_FAULT, "it is faulty"));
      default ->
          new Part.Ready(
              ordinal, new MapObj().put(ID, Str.of(word + "-" + at.offset() + "-" + ordinal)));
    };
  }

  /** The id of a part's event. */
  static String idOf(Part.Ready part) {
    return String.valueOf(part.document().get(ID));
  }

  private static String customerOf(String id) {
    int at = id.indexOf('@');
    return at < 0 ? "customer" : id.substring(at + 1, id.indexOf('-', at));
  }

  static UsageEvent event(String id) {
    byte[] json = ("{\"event_id\":\"" + id + "\"}").getBytes(UTF_8);
    return new UsageEvent(id, "2026-01-01T00:00:00Z", customerOf(id), "name", json);
  }
}
