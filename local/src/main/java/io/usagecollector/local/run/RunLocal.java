package io.usagecollector.local.run;

import io.usagecollector.local.UsageException;
import io.usagecollector.local.billing.BillingKind;
import io.usagecollector.local.chaos.ChaosPlan;
import io.usagecollector.local.monitor.Monitor;
import io.usagecollector.local.system.ProjectZips;
import io.usagecollector.local.system.SystemSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command {@code scripts/run-local}. */
@Command(
    name = "run-local",
    description = "Runs the whole system on this machine, and shows what would be billed.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = SendCommand.class,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the table balances",
      "1:it does not, or something broke",
      "2:the command or the configuration cannot be used"
    })
public final class RunLocal implements Callable<Integer> {
  @Option(names = "--once", description = "End when the topic is drained; the status says how.")
  boolean once;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Produce N sample events (default: ${DEFAULT-VALUE}).")
  int count = 1_000;

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description = "Produce these instead: JSON Lines, an array, or documents; gzipped or not.")
  @Nullable Path events;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A Benthos or Bento collector configuration instead of the shipped one.")
  @Nullable Path config;

  @Option(names = "--topic", description = "The topic, instead of the configuration's.")
  @Nullable String topic;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep topic, offsets, queues and stored events there between runs.")
  @Nullable Path data;

  @Option(
      names = "--replay",
      description = "Produce nothing; read the kept topic again from its beginning.")
  boolean replay;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "With --once, give up when no outcome changed for so long (default: 60).")
  int patience = 60;

  @Mixin final BillingOptions billing = new BillingOptions();

  @Mixin final EnsureOptions ensure = new EnsureOptions();

  @Option(
      names = "--in-process",
      description = "Run the handler in this JVM, where Lambda's runtime client does not run.")
  boolean inProcess;

  @Option(
      names = "--seed",
      description = "Of all that happens by chance (default: ${DEFAULT-VALUE}).")
  long seed = 1;

  @Option(
      names = "--chaos",
      paramLabel = "SEED",
      description =
          "Let the stand-in, the queues, both mappings and the machine misbehave for a while, by"
              + " this seed: a whole number.")
  @Nullable String chaos;

  @Option(
      names = "--http-port",
      paramLabel = "N",
      description =
          "Serve /ping, /ready, /version, /metrics and /stats there (default: ${DEFAULT-VALUE}).")
  int httpPort = Monitor.USUAL_PORT;

  private final Map<String, String> environment;
  private final Screen terminal;
  private final Path project;

  /**
   * The command.
   *
   * @param environment of the machine
   * @param project the repository, where the zips are
   */
  RunLocal(Map<String, String> environment, Screen terminal, Path project) {
    this.environment = environment;
    this.terminal = terminal;
    this.project = project;
  }

  /** Started by {@code scripts/run-local}, in the repository. */
  public static void main(String[] args) {
    Path project = Path.of(System.getProperty("usagecollector.home", "."));
    var command = new RunLocal(System.getenv(), Screen.standard(), project.toAbsolutePath());
    System.exit(execute(command, args));
  }

  /** Runs the command; whatever comes of it, a person gets sentences and a script a status. */
  static int execute(RunLocal command, String... args) {
    try {
      return new CommandLine(command)
          .setExecutionExceptionHandler((e, _, _) -> command.explain(e))
          .execute(args);
    } catch (Throwable e) { // Also what no program is expected to catch: a person reads it.
      return command.explain(e);
    }
  }

  private int explain(Throwable e) {
    if (environment.containsKey("DEBUG")) {
      e.printStackTrace();
    }
    if (Trouble.isUsage(Trouble.cause(e))) {
      terminal.line(Trouble.of(e));
      return ExitCode.USAGE;
    }
    terminal.line("run-local broke (seed " + seed + "): " + Trouble.of(e));
    return ExitCode.SOFTWARE;
  }

  @Override
  public Integer call() {
    check();
    return new Session(this, terminal).run();
  }

  private void check() {
    if (replay && data == null) {
      throw new UsageException("--replay reads a kept topic again: say which with --data DIR");
    }
    if (replay && events != null) {
      throw new UsageException("--replay produces nothing: leave out --events");
    }
    billing.check();
    ensure.check(billing);
    if (chaosSeed().isPresent() && billing.kind() != BillingKind.FLEXPRICE) {
      throw new UsageException(
          "--chaos is for the stand-in of Flexprice: leave out --sink " + billing.kind().sink());
    }
    if (chaosSeed().isPresent() && billing.isReal()) {
      throw new UsageException("--chaos is for the stand-in: leave out --flexprice");
    }
    if (httpPort < 1 || httpPort > 65_535) {
      throw new UsageException("--http-port is 1 to 65535, not " + httpPort);
    }
    if (count < 0 || patience < 1) {
      throw new UsageException("--count is 0 or more, --patience 1 or more");
    }
    Optional.ofNullable(events).ifPresent(RunLocal::requireReadable);
    Optional.ofNullable(config).ifPresent(RunLocal::requireReadable);
  }

  static void requireReadable(Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UsageException("cannot read " + file + ": give a file that is there");
    }
  }

  Duration patience() {
    return Duration.ofSeconds(patience);
  }

  SystemSettings settings(Path directory) {
    var settings =
        new SystemSettings(
            ProjectZips.of(project),
            directory,
            new SystemSettings.Collector(
                Optional.ofNullable(config).or(() -> sample(billing.kind())),
                Optional.ofNullable(topic),
                environment),
            billing.settings(environment),
            ensure.customers(environment),
            SystemSettings.Trigger.USUAL,
            SystemSettings.Function.usual(inProcess),
            SystemSettings.Redelivery.USUAL,
            Optional.empty(),
            seed);
    return chaosSeed().map(ChaosPlan::of).map(settings::with).orElse(settings);
  }

  /** What runs without a configuration of the user's; nothing where it is the layer's own. */
  private Optional<Path> sample(BillingKind kind) {
    return switch (kind) {
      case FLEXPRICE -> Optional.empty();
      case OPENMETER -> Optional.of(project.resolve("layers/pipeline/openmeter.yaml"));
    };
  }

  /** What chaos is drawn by, if there is to be any. */
  Optional<Long> chaosSeed() {
    try {
      return Optional.ofNullable(chaos).map(Long::valueOf);
    } catch (NumberFormatException e) {
      throw new UsageException("--chaos takes a seed, a whole number such as 7, not " + chaos);
    }
  }
}
