package io.usagecollector.simulation;

import io.usagecollector.core.delivery.gate.RequestRate;
import io.usagecollector.simulation.billing.BillingService;
import io.usagecollector.simulation.clock.Scheduler;
import io.usagecollector.simulation.customer.CustomerAccounts;
import io.usagecollector.simulation.event.Kind;
import io.usagecollector.simulation.event.Mapping;
import io.usagecollector.simulation.fault.Contents;
import io.usagecollector.simulation.fault.Weather;
import io.usagecollector.simulation.function.Fleet;
import io.usagecollector.simulation.function.ForwardFunction;
import io.usagecollector.simulation.function.Outside;
import io.usagecollector.simulation.function.RedeliverFunction;
import io.usagecollector.simulation.invariant.Laws;
import io.usagecollector.simulation.kafka.Poller;
import io.usagecollector.simulation.kafka.Topic;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Ledger;
import io.usagecollector.simulation.ledger.Trace;
import io.usagecollector.simulation.sqs.MessageQueue;
import io.usagecollector.simulation.sqs.QueueTrigger;
import io.usagecollector.simulation.table.Sharing;
import io.usagecollector.simulation.table.StateTable;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One seed's world, from its first record until all is settled.
 *
 * <p>A topic lives: as long as anything is open, now and then a good record comes, as evidence that
 * the service takes good ones.
 */
public final class World {
  /** Once nothing goes wrong any more, all is settled within so long. */
  static final Duration SETTLES_WITHIN = Duration.ofHours(8);

  private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private static final long LIFE = Duration.ofSeconds(20).toMillis();

  private final RandomGenerator random;
  private final Mapping deployed;
  private final Setting setting;
  private final Contents contents;
  private final Weather weather;
  private final Sharing sharing;
  private final Ledger ledger = new Ledger();
  private final Laws laws;
  private final Trace trace;

  World(Story story, Trace trace) {
    this.random = new SplittableRandom(story.seed());
    this.trace = trace;
    this.deployed = story.deployed();
    this.setting = Setting.drawn(random);
    Contents drawn = Contents.drawn(random);
    this.weather = Weather.drawn(random, story.troubles(), START);
    this.sharing = Sharing.drawn(random, setting.isLarge());
    // A rate that is too low to single out the bad ones of a message makes no way at all (035).
    boolean few = setting.isLarge() || sharing.rate().isPresent();
    this.contents = few ? drawn.withFewBad() : drawn;
    var rules =
        new Laws.Rules(
            setting.size().bulk(),
            Outside.RETRIES.attempts(),
            setting.ensuring(),
            sharing.rate().map(RequestRate::perMinute));
    this.laws = Laws.of(ledger, rules, story.laws());
  }

  /**
   * Plays it out. Throws a {@link io.usagecollector.simulation.invariant.Violation} if a law
   * breaks.
   */
  void play() {
    try (var scheduler = new Scheduler(random, START)) {
      var world =
          new Surroundings(scheduler, random, weather, happening -> tell(scheduler, happening));
      world.note(setting + " " + contents + " " + weather + " " + sharing);
      var topic = new Topic(world, setting.partitions());
      var queue = new MessageQueue(world);
      Optional<CustomerAccounts> accounts =
          setting.ensuring() ? Optional.of(new CustomerAccounts(world)) : Optional.empty();
      var outside =
          new Outside(
              new BillingService(world),
              accounts,
              queue,
              setting.outage(),
              new StateTable(world, sharing));
      var function = new ForwardFunction(fleet(world, "forward", outside), setting.acknowledger());
      for (int poller = 0; poller < setting.pollers(); poller++) {
        scheduler.spawn(
            "poller-" + poller,
            new Poller(world, topic, function, poller, setting.pollers(), setting.mostInABatch()));
      }
      var redeliver = new RedeliverFunction(world, fleet(world, "redeliver", outside), queue);
      for (int trigger = 0; trigger < setting.redelivering(); trigger++) {
        scheduler.spawn("trigger-" + trigger, new QueueTrigger(world, queue, redeliver::invoke));
      }
      produce(scheduler, topic);
      settle(scheduler, topic);
      scheduler.check();
      laws.atTheEnd();
    }
  }

  /** Whatever a law throws ends the world, wherever it is thrown. */
  private void tell(Scheduler scheduler, Happening happening) {
    trace.tell(happening);
    ledger.tell(happening);
    try {
      laws.tell(happening);
    } catch (AssertionError e) {
      scheduler.fail(e);
      throw e;
    }
  }

  private Fleet fleet(Surroundings world, String function, Outside outside) {
    long deploy = START + random.nextLong(2 * (weather.clearsUp() - START));
    return new Fleet(
        world,
        function,
        outside,
        new Fleet.Deploy(Mapping.FIRST, deployed, deploy),
        setting.size());
  }

  /** Some at once, the rest while it goes on. */
  private void produce(Scheduler scheduler, Topic topic) {
    int left = setting.records();
    while (left > 0) {
      int some = 1 + random.nextInt(left);
      for (int i = 0; i < some; i++) {
        topic.produce(contents.record(random));
      }
      left -= some;
      scheduler.sleep(random.nextLong(1 + (weather.clearsUp() - scheduler.now()) / 3));
    }
    scheduler.sleepUntil(weather.clearsUp());
  }

  private void settle(Scheduler scheduler, Topic topic) {
    long end = weather.clearsUp() + SETTLES_WITHIN.toMillis();
    while (!ledger.isSettled() && scheduler.now() < end) {
      topic.produce(List.of(Kind.GOOD));
      scheduler.sleep(LIFE);
    }
  }
}
