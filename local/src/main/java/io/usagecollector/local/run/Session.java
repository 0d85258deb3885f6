package io.usagecollector.local.run;

import io.usagecollector.local.kafka.EventFile;
import io.usagecollector.local.kafka.EventProducer;
import io.usagecollector.local.kafka.SampleEvents;
import io.usagecollector.local.kafka.Topic;
import io.usagecollector.local.statement.BillingStatement;
import io.usagecollector.local.system.LocalSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.ExitCode;

/** One run of the command: start, fill, watch, show. */
final class Session {
  private final RunLocal command;
  private final Screen terminal;
  private final InstantSource clock = InstantSource.system();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  Session(RunLocal command, Screen terminal) {
    this.command = command;
    this.terminal = terminal;
  }

  int run() {
    var hook = new Thread(this::stopCleanly);
    Runtime.getRuntime().addShutdownHook(hook);
    try (var directory = DataDirectory.open(command.data)) {
      return run(directory.path());
    } finally {
      stopped.countDown();
      remove(hook);
    }
  }

  /** Ctrl-C: tells the session, and waits until it has put everything away. */
  private void stopCleanly() {
    stop.countDown();
    try {
      var _ = stopped.await(30, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is on its way out already, which is why the session ended.
      return;
    }
  }

  private int run(Path directory) {
    System.setProperty("usagecollector.log", directory.resolve("logs/local.log").toString());
    terminal.line("starting Kafka, SQS, " + command.billing.name() + " and the functions");
    try (var system = LocalSystem.start(command.settings(directory));
        var _ = QueuesFile.write(system, directory);
        var _ = MonitoredPort.open(command.httpPort, system, terminal);
        var _ = EnsurePort.open(command.ensure.port(), system, terminal)) {
      describe(system, directory);
      fill(system);
      var watch = new Watch(system, terminal, clock, stop);
      Optional<Duration> limit = Optional.of(command.patience()).filter(_ -> command.once);
      return switch (watch.untilProvisioned(limit)) {
        case DONE -> handOver(system, watch);
        case OUT_OF_PATIENCE -> {
          terminal.line("billing was away for %d s: giving up".formatted(command.patience));
          yield ExitCode.SOFTWARE;
        }
        case STOPPED -> ExitCode.SOFTWARE;
      };
    }
  }

  private void describe(LocalSystem system, Path directory) {
    terminal.line("  Kafka      " + system.bootstrapServers() + ", topic " + system.topic().name());
    terminal.line("  SQS        " + system.retryQueue().url());
    terminal.line("             " + system.deadLetters().url());
    terminal.line("  %-9s  %s".formatted(system.billingKind().title(), system.billingUrl()));
    terminal.line("  stream id  " + system.stream());
    terminal.line("  logs       " + directory.resolve("logs"));
    terminal.line("  ready      " + OwnProcess.age(now()) + " after the start");
    system.notices().forEach(notice -> terminal.line("  notice     " + notice));
  }

  private Instant now() {
    return clock.instant();
  }

  private void fill(LocalSystem system) {
    if (command.replay) {
      system.rewind();
      long records = Topic.sum(system.topic().endOffsets());
      terminal.line("replaying the topic's %,d records".formatted(records));
      return;
    }
    try (var producer = new EventProducer(system.bootstrapServers(), system.topic().name())) {
      terminal.line("produced %,d events".formatted(produce(system, producer)));
    }
  }

  private long produce(LocalSystem system, EventProducer producer) {
    Path events = command.events;
    if (events != null) {
      try (Stream<byte[]> values = EventFile.read(events)) {
        return producer.sendValues(values);
      }
    }
    long first = Topic.sum(system.topic().endOffsets());
    var sample = new SampleEvents(system.topic().name(), command.seed);
    return producer.send(sample.from(first, command.count));
  }

  private int handOver(LocalSystem system, Watch watch) {
    system.switchOn();
    command
        .chaosSeed()
        .ifPresent(chaos ->
            terminal.line(
                "chaos by seed %d: everything misbehaves for a while, and then is calm"
                    .formatted(chaos)));
    return command.once ? once(system, watch) : keepOn(system, watch);
  }

  private int once(LocalSystem system, Watch watch) {
    Watch.End end = watch.untilDrained(command.patience());
    if (end == Watch.End.OUT_OF_PATIENCE) {
      terminal.line(
          "no outcome changed for %d s: giving up (seed %d)"
              .formatted(command.patience, command.seed));
      new Explanation(system, terminal).print();
    }
    boolean balances = print(watch);
    return end == Watch.End.DONE && balances ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** Prints the table; whether it balances. */
  private boolean print(Watch watch) {
    Optional<BillingStatement> statement = watch.statement();
    if (statement.isEmpty()) {
      terminal.line("billing is away: there is no table");
      return false;
    }
    var printer = new BillingStatementPrinter(terminal);
    printer.print(statement.get());
    boolean enrolled = printEnrolled(watch, statement.get());
    printer.printVerdict(statement.get());
    OwnProcess.residentMegabytes()
        .ifPresent(megabytes -> terminal.line("resident memory of it all: " + megabytes + " MB"));
    return statement.get().balances() && enrolled;
  }

  /** Where the functions make customers: whether all who are billed are there, once. */
  private boolean printEnrolled(Watch watch, BillingStatement statement) {
    return !command.ensure.ensure
        || watch.enrolled(statement).map(new EnrolmentPrinter(terminal)::print).orElse(false);
  }

  private int keepOn(LocalSystem system, Watch watch) {
    if (watch.untilDrained(command.patience()) != Watch.End.STOPPED) {
      print(watch);
      terminal.line("");
      terminal.line("It keeps running. Send events of your own from another terminal:");
      terminal.line(
          "  echo '%s' | scripts/run-local send --broker %s --topic %s /dev/stdin"
              .formatted(EXAMPLE, system.bootstrapServers(), system.topic().name()));
      terminal.line("Ctrl-C stops it.");
      watch.untilStopped();
    }
    return print(watch) ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static final String EXAMPLE =
      "{\"call_id\":\"call_mine\",\"customer_id\":\"vapi_cust_456\",\"duration_seconds\":120,"
          + "\"model\":\"gpt-4\",\"timestamp\":\"2025-12-01T10:30:00Z\"}";
}
