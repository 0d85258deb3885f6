package io.usagecollector.local.system;

import io.usagecollector.local.lambda.Fleet;
import io.usagecollector.local.lambda.FunctionInstance;
import io.usagecollector.local.lambda.FunctionPackage;
import io.usagecollector.local.lambda.FunctionSettings;
import io.usagecollector.local.lambda.InProcessInstance;
import io.usagecollector.local.lambda.LambdaInstance;
import io.usagecollector.local.lambda.LogFile;
import io.usagecollector.local.live.LiveCount;
import io.usagecollector.local.system.SystemSettings.Customers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The functions' instances, out of the zips.
 *
 * @param forward carries the topic's records
 * @param redeliver tries again what waits; its instances start when there is something
 * @param ensure makes customers for whoever calls, if anything is ensured; starts with a call
 */
record Functions(
    Fleet forward, Fleet redeliver, Optional<Fleet> ensure, List<LogFile> logs, LiveCount liveCount)
    implements AutoCloseable {
  private static final int MEMORY_MEGABYTES = 512;

  /** Unpacks the functions; each instance starts with its first invocation, the first one now. */
  static Functions start(SystemSettings settings, LoadedConfig config, Surroundings surroundings) {
    var count = new LiveCount();
    var forward = function(FunctionKind.FORWARD, settings, config, surroundings);
    var redeliver = function(FunctionKind.REDELIVER, settings, config, surroundings);
    Optional<FunctionSettings> ensure = ensure(settings, config, surroundings);
    if (settings.function().inProcess()) {
      return inProcess(forward, redeliver, ensure, surroundings, count);
    }
    var logs = new ArrayList<LogFile>();
    List<LambdaInstance> forwards =
        children(forward, FunctionKind.FORWARD.instances(settings), logs, count);
    List<LambdaInstance> redelivers =
        children(redeliver, FunctionKind.REDELIVER.instances(settings), logs, count);
    Optional<Fleet> ensures =
        ensure.map(function ->
            new Fleet(children(function, FunctionKind.ENSURE.instances(settings), logs, count)));
    forwards.getFirst().start();
    return new Functions(new Fleet(forwards), new Fleet(redelivers), ensures, logs, count);
  }

  private static Optional<FunctionSettings> ensure(
      SystemSettings settings, LoadedConfig config, Surroundings surroundings) {
    return switch (settings.customers()) {
      case Customers.Provisioned _ -> Optional.empty();
      case Customers.Ensured _ ->
          Optional.of(function(FunctionKind.ENSURE, settings, config, surroundings));
    };
  }

  private static FunctionSettings function(
      FunctionKind kind, SystemSettings settings, LoadedConfig config, Surroundings surroundings) {
    return new FunctionSettings(
        kind.title(),
        kind.handler(),
        unpack(kind, settings),
        settings.data().resolve("logs"),
        MEMORY_MEGABYTES,
        kind.timeout(settings),
        environment(kind, settings, config, surroundings));
  }

  private static Path unpack(FunctionKind kind, SystemSettings settings) {
    Path task =
        FunctionPackage.unpack(
            kind.zip(settings.zips()),
            settings.zips().layers(),
            settings.data().resolve("task").resolve(kind.title()).toAbsolutePath());
    for (int i = 0; i < settings.function().firstJars().size(); i++) {
      copy(settings.function().firstJars().get(i), task.resolve("lib/000-" + i + ".jar"));
    }
    return task;
  }

  private static void copy(Path jar, Path target) {
    try {
      Files.copy(jar, target);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy " + jar, e);
    }
  }

  private static Map<String, String> environment(
      FunctionKind kind, SystemSettings settings, LoadedConfig config, Surroundings surroundings) {
    var variables = new HashMap<>(config.variables());
    variables.putAll(surroundings.variables());
    variables.putAll(
        FunctionEnvironment.ensuring(settings.customers(), surroundings.billing().apiKey()));
    variables.put("PIPELINE_FILE", config.file().toString());
    variables.put("POWERTOOLS_SERVICE_NAME", kind.title());
    if (kind == FunctionKind.FORWARD) {
      variables.put("PARTIAL_RESPONSES", Boolean.toString(settings.trigger().partialResponses()));
    }
    return variables;
  }

  private static List<LambdaInstance> children(
      FunctionSettings function, int instances, List<LogFile> logs, LiveCount count) {
    var children = new ArrayList<LambdaInstance>();
    for (int i = 1; i <= instances; i++) {
      Path file = function.logs().resolve(function.name() + "-" + i + ".log");
      var log = LogFile.append(file, count);
      logs.add(log);
      children.add(new LambdaInstance(function, Clock.systemUTC(), log));
    }
    return children;
  }

  /** One instance of each, whose output comes by this JVM's own. */
  private static Functions inProcess(
      FunctionSettings forward,
      FunctionSettings redeliver,
      Optional<FunctionSettings> ensure,
      Surroundings surroundings,
      LiveCount count) {
    var log = LogFile.append(forward.logs().resolve("functions.log"), count);
    OwnJvm.becomeFunction(forward.environment(), surroundings.billing().tls(), log);
    return new Functions(
        new Fleet(List.of(inProcess(forward, log))),
        new Fleet(List.of(inProcess(redeliver, log))),
        ensure.map(function -> new Fleet(List.of(inProcess(function, log)))),
        List.of(log),
        count);
  }

  private static FunctionInstance inProcess(FunctionSettings function, LogFile log) {
    return new InProcessInstance(function, Clock.systemUTC(), log);
  }

  /** Kills every instance in the middle of what it does. */
  void kill() {
    forward.kill();
    redeliver.kill();
    ensure.ifPresent(Fleet::kill);
  }

  @Override
  public void close() {
    forward.close();
    redeliver.close();
    ensure.ifPresent(Fleet::close);
    logs.forEach(LogFile::close);
  }
}
