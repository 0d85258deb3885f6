package io.usagecollector.local.system;

import io.usagecollector.core.admission.IdentifiedForm;
import io.usagecollector.core.config.output.Output;
import io.usagecollector.core.customer.identity.Identification;
import io.usagecollector.core.customer.identity.OwnerPrefix;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.core.sink.EventForm;
import io.usagecollector.core.sink.flexprice.form.FlexpriceForm;
import io.usagecollector.core.sink.openmeter.form.OpenMeterForm;
import io.usagecollector.local.billing.BillableEvent;
import io.usagecollector.local.billing.Billing;
import io.usagecollector.local.billing.BillingServer;
import io.usagecollector.local.billing.Enrolled;
import io.usagecollector.local.billing.Measure;
import io.usagecollector.local.billing.OpeningBalance;
import io.usagecollector.local.billing.Population;
import io.usagecollector.local.census.Census;
import io.usagecollector.local.census.ExpectationReader;
import io.usagecollector.local.census.FlexpriceReading;
import io.usagecollector.local.census.MappedReader;
import io.usagecollector.local.census.OpenMeterReading;
import io.usagecollector.local.census.SampleReader;
import io.usagecollector.local.kafka.Topic;
import io.usagecollector.local.statement.BillingStatement;
import io.usagecollector.local.statement.BillingStatementReader;
import io.usagecollector.local.statement.Progress;
import io.usagecollector.local.statement.QueuedLetters;
import io.usagecollector.local.system.SystemSettings.Customers;
import io.usagecollector.local.trigger.RecordPlace;
import java.util.List;
import java.util.Set;

/**
 * What should be billed and what is, read from outside: the topic, the queues and the billing API.
 */
final class Bookkeeping implements AutoCloseable {
  private final Topic topic;
  private final String group;
  private final Queues queues;
  private final BillingServer server;
  private final Customers customers;
  private final Billing billing;
  private final Census census;

  Bookkeeping(
      LoadedConfig config,
      Topic topic,
      String bootstrapServers,
      Queues queues,
      BillingServer server,
      String stream,
      SystemSettings settings) {
    this.topic = topic;
    this.group = config.group();
    this.queues = queues;
    this.server = server;
    this.customers = settings.customers();
    this.billing =
        new Billing(
            server.account(),
            new OpeningBalance(settings.data().resolve("opening-balance.properties")));
    this.census =
        new Census(bootstrapServers, topic, reader(config, customers, new StreamId(stream)));
  }

  private static ExpectationReader reader(
      LoadedConfig config, Customers customers, StreamId stream) {
    RecordPipeline pipeline = config.config().compile(stream);
    var mapped =
        switch (config.config().output()) {
          case Output.Flexprice _ ->
              new MappedReader(
                  pipeline,
                  identified(customers, new FlexpriceForm(List.of()), "external_customer_id"),
                  new FlexpriceReading(),
                  stream);
          case Output.OpenMeter meter ->
              new MappedReader(
                  pipeline,
                  identified(customers, new OpenMeterForm(meter.source(), List.of()), "subject"),
                  new OpenMeterReading(),
                  stream);
        };
    return config.shipped() ? new SampleReader(mapped) : mapped;
  }

  /** An event is billed to the customer who is ensured. */
  private static EventForm identified(Customers customers, EventForm form, String key) {
    return switch (customers) {
      case Customers.Provisioned() -> form;
      case Customers.Ensured(OwnerPrefix prefix) ->
          new IdentifiedForm(form, key, new Identification(prefix));
    };
  }

  /** Reads what is new in the topic, and makes at billing what its events need to be billed. */
  void provision() {
    census.readOn();
    List<BillableEvent> events = events();
    List<Measure> measures = Measure.of(events);
    if (server.mayProvision()) {
      switch (customers) {
        case Customers.Provisioned _ -> billing.provision(measures, events);
        case Customers.Ensured _ -> billing.providePlan(measures);
      }
    }
    if (server.hasPast()) {
      billing.open(measures, events);
    }
  }

  private List<BillableEvent> events() {
    return BillingStatementReader.distinct(census.readings().values());
  }

  /** The ids of the events that the topic's records come to. */
  List<String> eventIds() {
    return events().stream().map(event -> event.key().split(" ", 2)[0]).toList();
  }

  /** Changes with every outcome, and with nothing else: read from outside. */
  Progress outcomes() {
    List<BillableEvent> events = events();
    return new Progress(
        Topic.sum(topic.committed(group)),
        queues.retry().depth(),
        queues.deadLetters().depth(),
        billing.billedEvents(events, Measure.of(events)));
  }

  BillingStatement statement(Set<RecordPlace> tooLarge) {
    census.readOn();
    return BillingStatementReader.read(
        topic, group, census.readings(), deadLetters(), waiting(), tooLarge, billing);
  }

  Population population() {
    return billing.population();
  }

  List<Enrolled> enrolled(List<String> customers) {
    return customers.stream().map(billing::enrolled).toList();
  }

  QueuedLetters deadLetters() {
    return QueuedLetters.of(queues.deadLetters().peek());
  }

  QueuedLetters waiting() {
    return QueuedLetters.of(queues.waiting());
  }

  @Override
  public void close() {
    census.close();
    billing.close();
  }
}
