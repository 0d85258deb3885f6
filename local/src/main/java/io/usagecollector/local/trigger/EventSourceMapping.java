package io.usagecollector.local.trigger;

import io.usagecollector.local.lambda.InvokeResult;
import io.usagecollector.local.lambda.Invoker;
import io.usagecollector.local.lambda.PayloadLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's event source mapping for Kafka on this machine: reads, cuts batches, invokes, reads the
 * answers, commits. One thread keeps the books; each invocation has a thread of its own.
 */
public final class EventSourceMapping implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(20);

  private final Plan plan;
  private final RecordSource source;
  private final HeldRecords held = new HeldRecords();
  private final Set<RecordPlace> tooLarge = new ConcurrentSkipListSet<>();
  private final Random random;
  private Ledgers ledgers;
  private final BatchCutter cutter;
  private final AnswerReader answers;
  private final Window window;
  private final Backoff backoff = new Backoff();
  private final BatchTally tally = new BatchTally();
  private final LinkedBlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
  private final Thread thread;
  private int running;
  private boolean goingBack;
  private volatile boolean stopping;
  private volatile @Nullable RuntimeException broken;

  private record Ended(InvocationBatch batch, InvokeResult result, Instant at) {}

  /**
   * What a mapping needs to know.
   *
   * @param cluster the cluster, as events name it
   * @param group the consumer group: where it stands in Kafka outlives the mapping
   * @param topics the topics to read, from the group's offsets or the beginning
   * @param concurrency how many invocations run at once
   * @param seed of everything that happens by chance
   */
  public record Plan(
      EventSource cluster,
      String group,
      List<String> topics,
      MappingSettings settings,
      TriggerFaults faults,
      int concurrency,
      long seed,
      Clock clock) {}

  private EventSourceMapping(Plan plan, Invoker function) {
    this.plan = plan;
    this.random = new Random(plan.seed);
    this.source = new RecordSource(plan.cluster.bootstrapServers(), plan.group, plan.topics);
    this.ledgers = ledgers();
    this.cutter = new BatchCutter(plan.settings.batchSize(), plan.faults, random);
    this.answers = new AnswerReader(plan.settings.reportBatchItemFailures());
    this.window = new Window(plan.settings.window());
    this.thread = Thread.ofPlatform().name("event-source-mapping").unstarted(() -> run(function));
  }

  private Ledgers ledgers() {
    return new Ledgers(source.committed(), held, plan.faults, random);
  }

  public static EventSourceMapping start(Plan plan, Invoker function) {
    var mapping = new EventSourceMapping(plan, function);
    mapping.thread.start();
    return mapping;
  }

  /** Records that failed and will be handed over again, with the reason. */
  public List<Held> held() {
    return held.list();
  }

  /** Records that no invocation can carry: no function ever saw them. */
  public Set<RecordPlace> tooLarge() {
    return Set.copyOf(tooLarge);
  }

  /** The batches since it started. */
  public Batches batches() {
    return tally.batches(plan.clock.instant());
  }

  /** Why it stopped of itself, if it did. */
  public Optional<RuntimeException> broken() {
    return Optional.ofNullable(broken);
  }

  private void run(Invoker function) {
    try (source) {
      while (!stopping) {
        fetch();
        settle();
        goBack();
        dispatch(function);
      }
    } catch (RuntimeException e) {
      broken = new IllegalStateException("the mapping broke (seed " + plan.seed + "): " + e, e);
    }
  }

  private void fetch() {
    source.readOnly(ledgers.below(2 * plan.settings.batchSize()));
    for (ConsumerRecord<byte[], byte[]> record : source.poll(POLL)) {
      RecordPlace place = RecordPlace.of(record);
      byte[] json = RecordJson.write(record, random.nextDouble() < plan.faults.absent());
      if (json.length >= PayloadLimit.RECORDS) {
        tooLarge.add(place);
        ledgers.of(place.partition()).skip(place);
      } else {
        ledgers.of(place.partition()).add(new Parcel(place, json, plan.clock.instant()));
      }
    }
    source.commit(ledgers.committable());
  }

  private void settle() {
    for (Ended end = ended.poll(); end != null; end = ended.poll()) {
      running--;
      tally.ended(end.batch.firstRead(), end.at);
      BatchVerdict verdict = answers.read(end.result, end.batch.places());
      ledgers.settle(end.batch, verdict);
      if (!(verdict instanceof BatchVerdict.Success)) {
        backoff.failed(
            end.batch.parcels().keySet(), held.attempts(end.batch.places()), plan.clock.instant());
        goingBack |= random.nextDouble() < plan.faults.goesBack();
      }
    }
    source.commit(ledgers.committable());
  }

  /**
   * A poller that starts anew knows of what is done only the one offset that was committed. It lets
   * what is under way end first: a partition has one batch under way at most.
   */
  private void goBack() {
    if (goingBack && running == 0) {
      goingBack = false;
      source.goBack();
      ledgers = ledgers();
    }
  }

  private void dispatch(Invoker function) {
    if (goingBack) {
      return;
    }
    Instant now = plan.clock.instant();
    while (running < plan.concurrency && window.isDue(ready(now), plan.settings.batchSize(), now)) {
      InvocationBatch batch = cutter.cut(free(now));
      window.cut();
      if (batch.isEmpty()) {
        return;
      }
      running++;
      tally.cut(batch.cutBy());
      byte[] event = batch.toEvent(plan.cluster);
      Thread.ofPlatform().daemon().name("invocation").start(() -> invoke(function, batch, event));
    }
  }

  private List<PartitionLedger> free(Instant now) {
    return ledgers.all().stream()
        .filter(ledger -> !ledger.isBusy() && backoff.mayGo(ledger.partition(), now))
        .toList();
  }

  private int ready(Instant now) {
    return free(now).stream().mapToInt(PartitionLedger::waiting).sum();
  }

  private void invoke(Invoker function, InvocationBatch batch, byte[] event) {
    try {
      end(batch, function.invoke(event));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      end(batch, new InvokeResult.Faulted("Invoke", String.valueOf(e)));
    }
  }

  private void end(InvocationBatch batch, InvokeResult result) {
    ended.add(new Ended(batch, result, plan.clock.instant()));
  }

  /** Stops reading. What is under way is left: it will be handed over again. */
  @Override
  public void close() {
    stopping = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
