package io.usagecollector.local.system;

import io.usagecollector.core.config.CollectorConfig;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import io.usagecollector.local.billing.BillableEvent;
import io.usagecollector.local.billing.Billing;
import io.usagecollector.local.billing.BillingServer;
import io.usagecollector.local.billing.Measure;
import io.usagecollector.local.billing.OpeningBalance;
import io.usagecollector.local.census.Census;
import io.usagecollector.local.census.ExpectationReader;
import io.usagecollector.local.census.MappedReader;
import io.usagecollector.local.census.SampleReader;
import io.usagecollector.local.dynamodb.StateTable;
import io.usagecollector.local.kafka.Topic;
import io.usagecollector.local.lambda.Fleet;
import io.usagecollector.local.lambda.LocalAccount;
import io.usagecollector.local.live.LiveCount;
import io.usagecollector.local.sqs.Queue;
import io.usagecollector.local.sqs.QueueSettings;
import io.usagecollector.local.statement.BillingStatement;
import io.usagecollector.local.statement.BillingStatementReader;
import io.usagecollector.local.statement.DeadLetterReasons;
import io.usagecollector.local.statement.Progress;
import io.usagecollector.local.trigger.EventSource;
import io.usagecollector.local.trigger.EventSourceMapping;
import io.usagecollector.local.trigger.RecordPlace;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The whole system, running: broker, queue, table, billing, functions, and the mapping once it is
 * switched on. Closing it stops everything; what is kept lies in the data directory.
 */
public final class LocalSystem implements AutoCloseable {
  private static final int PARTITIONS = 6;

  private final SystemSettings settings;
  private final LoadedConfig config;
  private final Infrastructure infrastructure;
  private final OpenParts parts;
  private final Topic topic;
  private final Queue deadLetters;
  private final StateTable state;
  private final BillingServer billingServer;
  private final Billing billing;
  private final Functions functions;
  private final Census census;
  private @Nullable EventSourceMapping mapping;

  private LocalSystem(
      SystemSettings settings,
      LoadedConfig config,
      BillingServer billingServer,
      Infrastructure infrastructure,
      OpenParts parts) {
    this.settings = settings;
    this.config = config;
    this.infrastructure = infrastructure;
    this.parts = parts;
    ExpectationReader reader = reader();
    this.topic = parts.add(new Topic(bootstrapServers(), config.topic()));
    topic.createUnlessThere(PARTITIONS);
    this.deadLetters =
        parts.add(
            Queue.open(queueEndpoint(), config.topic() + "-dead-letters", QueueSettings.PLAIN));
    this.state = parts.add(StateTable.open(tableEndpoint(), config.topic() + "-state"));
    this.billingServer = billingServer;
    this.billing = parts.add(new Billing(billingServer.client(), openingBalance()));
    this.census = parts.add(new Census(bootstrapServers(), topic, reader));
    this.functions =
        parts.add(
            Functions.start(
                settings,
                config,
                billingServer,
                queueEndpoint(),
                deadLetters.url(),
                new SharedTable(tableEndpoint(), state.name()),
                stream()));
  }

  /** Starts everything but the mapping. */
  public static LocalSystem start(SystemSettings settings) {
    LoadedConfig config = LoadedConfig.load(settings);
    var infrastructure = Infrastructure.async(() -> Infrastructure.start(settings.data()));
    var parts = new OpenParts();
    parts.add(() -> infrastructure.join().close());
    return start(settings, config, infrastructure::join, parts);
  }

  /** Starts the rest on a broker and queues that others use too; they stay when it is closed. */
  public static LocalSystem start(SystemSettings settings, Infrastructure shared) {
    return start(settings, LoadedConfig.load(settings), () -> shared, new OpenParts());
  }

  private static LocalSystem start(
      SystemSettings settings,
      LoadedConfig config,
      Supplier<Infrastructure> infrastructure,
      OpenParts parts) {
    try {
      BillingServer billing = parts.add(billing(settings, config));
      return new LocalSystem(settings, config, billing, infrastructure.get(), parts);
    } catch (Throwable e) {
      closeAfter(e, parts);
      throw e;
    }
  }

  private static void closeAfter(Throwable failure, OpenParts parts) {
    try {
      parts.close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private static BillingServer billing(SystemSettings settings, LoadedConfig config) {
    return BillingServer.start(settings.billing(), settings.data(), config.ownApiKey());
  }

  /** The name that event ids are made of; kept with the cluster. */
  public String stream() {
    return "local:" + infrastructure.broker().clusterId();
  }

  private ExpectationReader reader() {
    CollectorConfig compiled = config.config();
    StreamId stream = new StreamId(stream());
    var form = new FlexpriceForm(List.of());
    var mapped = new MappedReader(compiled.compile(stream), form, stream);
    return config.shipped() ? new SampleReader(mapped) : mapped;
  }

  /** Reads what is new in the topic, and makes at billing what its events need to be billed. */
  public void provision() {
    census.readOn();
    List<BillableEvent> events = events();
    List<Measure> measures = Measure.of(events);
    if (billingServer.mayProvision()) {
      billing.provision(measures, events);
    }
    if (billingServer.standIn().isEmpty()) {
      billing.open(measures, events);
    }
  }

  private OpeningBalance openingBalance() {
    return new OpeningBalance(settings.data().resolve("opening-balance.properties"));
  }

  private List<BillableEvent> events() {
    return BillingStatementReader.distinct(census.readings().values());
  }

  /** Switches the mapping on. */
  public void switchOn() {
    String arn = LocalAccount.clusterArn(infrastructure.broker().clusterId());
    var cluster = new EventSource(arn, bootstrapServers());
    var plan =
        new EventSourceMapping.Plan(
            cluster,
            config.group(),
            List.of(topic.name()),
            settings.trigger().mapping(),
            settings.trigger().faults(),
            settings.function().instances(),
            settings.seed(),
            Clock.systemUTC());
    mapping = parts.add(EventSourceMapping.start(plan, functions.fleet()::invoke));
  }

  /** The mapping, once switched on. */
  public EventSourceMapping mapping() {
    if (mapping == null) {
      throw new IllegalStateException("the mapping is not switched on");
    }
    return mapping;
  }

  /** How many records the group has not committed. */
  public long lag() {
    return topic.lag(config.group());
  }

  /** Changes with every outcome, and with nothing else: read from outside. */
  public Progress outcomes() {
    List<BillableEvent> events = events();
    return new Progress(
        Topic.sum(topic.committed(config.group())),
        deadLetters.depth(),
        billing.billedEvents(events, Measure.of(events)));
  }

  /** What was produced beside what would be billed, as of now. */
  public BillingStatement statement() {
    census.readOn();
    return BillingStatementReader.read(
        topic, config.group(), census.readings(), letters(), tooLarge(), billing);
  }

  /** Whether billing may still be counting: it answers before it has counted an event. */
  public boolean awaitsBilling() {
    return statement().awaitsBilling();
  }

  /** The dead letters' reasons, by record. */
  public Map<RecordPlace, String> letters() {
    return DeadLetterReasons.reasons(deadLetters.peek());
  }

  private Set<RecordPlace> tooLarge() {
    return mapping == null ? Set.of() : mapping.tooLarge();
  }

  /** Sets the group back to the beginning of the topic. */
  public void rewind() {
    topic.rewind(config.group());
  }

  public Topic topic() {
    return topic;
  }

  public String group() {
    return config.group();
  }

  public String bootstrapServers() {
    return infrastructure.broker().bootstrapServers();
  }

  public URI queueEndpoint() {
    return infrastructure.queues().endpoint();
  }

  public URI tableEndpoint() {
    return infrastructure.tables().endpoint();
  }

  /** What the function's instances share. */
  public StateTable state() {
    return state;
  }

  public Queue deadLetters() {
    return deadLetters;
  }

  public URI billingUrl() {
    return billingServer.access().url();
  }

  /** The stand-in, where it is what bills. */
  public Optional<FlexpriceStandIn> standIn() {
    return billingServer.standIn();
  }

  public Fleet fleet() {
    return functions.fleet();
  }

  public LiveCount.Count liveCount() {
    return functions.liveCount().count();
  }

  /** Why records were held, in the functions' own words. */
  public Collection<String> reasons() {
    return functions.liveCount().reasons();
  }

  public Collection<String> notices() {
    return config.notices();
  }

  @Override
  public void close() {
    parts.close();
  }
}
