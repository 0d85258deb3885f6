package io.usagecollector.local.system;

import io.usagecollector.local.billing.BillingKind;
import io.usagecollector.local.billing.BillingServer;
import io.usagecollector.local.billing.BillingSettings;
import io.usagecollector.local.billing.Enrolled;
import io.usagecollector.local.billing.Population;
import io.usagecollector.local.billing.flexprice.FlexpriceServer;
import io.usagecollector.local.billing.openmeter.OpenMeterServer;
import io.usagecollector.local.dynamodb.StateTable;
import io.usagecollector.local.kafka.Topic;
import io.usagecollector.local.lambda.Fleet;
import io.usagecollector.local.live.LiveCount;
import io.usagecollector.local.sqs.Queue;
import io.usagecollector.local.statement.BillingStatement;
import io.usagecollector.local.statement.Progress;
import io.usagecollector.local.trigger.Batches;
import io.usagecollector.local.trigger.EventSourceMapping;
import io.usagecollector.local.trigger.RecordPlace;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The whole system, running: broker, queues, table, billing, functions, and the mappings once they
 * are switched on. Closing it stops everything; what is kept lies in the data directory.
 */
public final class LocalSystem implements AutoCloseable {
  private static final int PARTITIONS = 6;

  private final SystemSettings settings;
  private final LoadedConfig config;
  private final Infrastructure infrastructure;
  private final OpenParts parts;
  private final Topic topic;
  private final Queues queues;
  private final StateTable state;
  private final BillingServer billing;
  private final Optional<Unrest> unrest;
  private final Functions functions;
  private final Bookkeeping books;
  private volatile @Nullable Mappings mappings;

  private LocalSystem(
      SystemSettings settings,
      LoadedConfig config,
      BillingServer billing,
      Infrastructure infrastructure,
      OpenParts parts) {
    this.settings = settings;
    this.config = config;
    this.infrastructure = infrastructure;
    this.parts = parts;
    this.billing = billing;
    this.topic = parts.add(new Topic(bootstrapServers(), config.topic()));
    topic.createUnlessThere(PARTITIONS);
    this.queues =
        parts.add(Queues.open(infrastructure.queues(), config.topic(), settings.redelivery()));
    this.state = parts.add(StateTable.open(tableEndpoint(), config.topic() + "-state"));
    this.books =
        parts.add(
            new Bookkeeping(
                config, topic, bootstrapServers(), queues, billing, stream(), settings));
    this.unrest =
        settings.chaos().map(plan -> parts.add(Unrest.prepare(plan, queueEndpoint(), standIn())));
    var table = new SharedTable(tableEndpoint(), state.name());
    var around =
        new Surroundings(
            billing,
            unrest.map(Unrest::queueEndpoint).orElse(queueEndpoint()),
            queues,
            table,
            stream());
    this.functions = parts.add(Functions.start(settings, config, around));
  }

  /** Starts everything but the mappings. */
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
    return switch (settings.billing()) {
      case BillingSettings.StandIn _ ->
          FlexpriceServer.standIn(settings.data(), config.ownApiKey());
      case BillingSettings.Real real -> FlexpriceServer.real(real);
      case BillingSettings.OpenMeter _ ->
          OpenMeterServer.start(settings.data(), config.ownApiKey());
    };
  }

  /** The name that event ids are made of; kept with the cluster. */
  public String stream() {
    return "local:" + infrastructure.broker().clusterId();
  }

  /** Reads what is new in the topic, and makes at billing what its events need to be billed. */
  public void provision() {
    books.provision();
  }

  /** Switches the mappings on; what is to go wrong goes wrong from now on. */
  public void switchOn() {
    unrest.ifPresent(chaos -> parts.add(chaos.unleash(books.eventIds(), functions::kill)));
    mappings = parts.add(Mappings.start(settings, config, infrastructure, queues, functions));
  }

  private Mappings mappings() {
    Mappings on = mappings;
    if (on == null) {
      throw new IllegalStateException("the mappings are not switched on");
    }
    return on;
  }

  /** Whether records and messages are being handed over. */
  public boolean isHandingOver() {
    Mappings on = mappings;
    return on != null && on.broken().isEmpty();
  }

  /** The mapping for the topic, once switched on. */
  public EventSourceMapping mapping() {
    return mappings().topic();
  }

  /** The batches of the mapping for the topic; none until it is switched on. */
  public Batches batches() {
    Mappings on = mappings;
    return on == null ? Batches.NONE : on.topic().batches();
  }

  /** Why a mapping stopped of itself, if one did. */
  public Optional<RuntimeException> broken() {
    return mappings().broken();
  }

  /** How many records the group has not committed. */
  public long lag() {
    return topic.lag(config.group());
  }

  /** Changes with every outcome, and with nothing else: read from outside. */
  public Progress outcomes() {
    return books.outcomes();
  }

  /** What was produced beside what would be billed, as of now. */
  public BillingStatement statement() {
    return books.statement(mappings == null ? Set.of() : mapping().tooLarge());
  }

  /** Whether billing may still be counting: it answers before it has counted an event. */
  public boolean awaitsBilling() {
    return statement().awaitsBilling();
  }

  /** The dead letters' reasons, by record. */
  public Map<RecordPlace, String> letters() {
    return books.deadLetters().reasons();
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
    return queues.deadLetters();
  }

  /** What waits to be tried again. */
  public Queue retryQueue() {
    return queues.retry();
  }

  public URI billingUrl() {
    return billing.url();
  }

  /** The service that bills. */
  public BillingKind billingKind() {
    return settings.billing().kind();
  }

  /** Flexprice's stand-in, where it is what bills. */
  public Optional<FlexpriceStandIn> standIn() {
    return billing instanceof FlexpriceServer flexprice ? flexprice.standIn() : Optional.empty();
  }

  /** The forward function's instances. */
  public Fleet fleet() {
    return functions.forward();
  }

  /** The redeliver function's instances. */
  public Fleet redeliverFleet() {
    return functions.redeliver();
  }

  /** The ensure function's instances, if it runs. */
  public Optional<Fleet> ensureFleet() {
    return functions.ensure();
  }

  /** Whether the functions make the customers. */
  public boolean ensures() {
    return functions.ensure().isPresent();
  }

  /** All customers and subscriptions that billing has. */
  public Population population() {
    return books.population();
  }

  /** What billing has of each customer who is billed. */
  public List<Enrolled> enrolled(BillingStatement statement) {
    return books.enrolled(statement.billedCustomers());
  }

  /** Kills every function in the middle of what it does. */
  public void killFunctions() {
    functions.kill();
  }

  /** What the forward function says. */
  public LiveCount.Count forwarded() {
    return functions.liveCount().count(FunctionKind.FORWARD.title());
  }

  /** What the redeliver function says. */
  public LiveCount.Count redelivered() {
    return functions.liveCount().count(FunctionKind.REDELIVER.title());
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
