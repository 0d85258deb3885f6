package io.usagecollector.local.system;

import io.usagecollector.local.billing.BillingServer;
import io.usagecollector.local.lambda.Fleet;
import io.usagecollector.local.lambda.FunctionPackage;
import io.usagecollector.local.lambda.FunctionSettings;
import io.usagecollector.local.lambda.InProcessInstance;
import io.usagecollector.local.lambda.LambdaInstance;
import io.usagecollector.local.lambda.LogFile;
import io.usagecollector.local.live.LiveCount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;

/** The forward function's instances, out of the zips. */
record Functions(Fleet fleet, List<LogFile> logs, LiveCount liveCount) implements AutoCloseable {
  private static final String NAME = "forward";
  private static final String HANDLER = "io.usagecollector.forward.ForwardHandler";
  private static final int MEMORY_MEGABYTES = 512;

  /** Unpacks the function; each instance starts with its first invocation, the first one now. */
  static Functions start(
      SystemSettings settings,
      LoadedConfig config,
      BillingServer billing,
      URI queues,
      String deadLetters,
      SharedTable state,
      String stream) {
    Map<String, String> environment =
        environment(settings, config, billing, queues, deadLetters, state, stream);
    var function =
        new FunctionSettings(
            NAME,
            HANDLER,
            unpack(settings),
            settings.data().resolve("logs"),
            MEMORY_MEGABYTES,
            settings.function().timeout(),
            environment);
    return settings.function().inProcess()
        ? inProcess(function, billing.tls())
        : children(function, settings);
  }

  private static Path unpack(SystemSettings settings) {
    Path task =
        FunctionPackage.unpack(
            settings.zips().function(),
            settings.zips().layers(),
            settings.data().resolve("task").toAbsolutePath());
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
      SystemSettings settings,
      LoadedConfig config,
      BillingServer billing,
      URI queues,
      String deadLetters,
      SharedTable state,
      String stream) {
    var variables = new HashMap<>(config.variables());
    var access = billing.access();
    variables.putAll(
        FunctionEnvironment.billing(access.url(), access.apiKey(), access.environmentId()));
    variables.put("PIPELINE_FILE", config.file().toString());
    variables.put("DEAD_LETTER_QUEUE_URL", deadLetters);
    variables.put("STREAM_ID", stream);
    variables.put("PARTIAL_RESPONSES", Boolean.toString(settings.trigger().partialResponses()));
    variables.put("AWS_ENDPOINT_URL_SQS", queues.toString());
    variables.put("STATE_TABLE", state.name());
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", state.endpoint().toString());
    variables.put("POWERTOOLS_SERVICE_NAME", NAME);
    if (!billing.trustOptions().isEmpty()) {
      variables.put("JAVA_TOOL_OPTIONS", String.join(" ", billing.trustOptions()));
    }
    return variables;
  }

  private static Functions children(FunctionSettings function, SystemSettings settings) {
    var count = new LiveCount();
    List<LogFile> logs =
        IntStream.rangeClosed(1, settings.function().instances())
            .mapToObj(i -> LogFile.append(function.logs().resolve(NAME + "-" + i + ".log"), count))
            .toList();
    List<LambdaInstance> instances =
        logs.stream().map(log -> new LambdaInstance(function, Clock.systemUTC(), log)).toList();
    instances.getFirst().start();
    return new Functions(new Fleet(instances), logs, count);
  }

  /** One instance, whose output comes by this JVM's own. */
  private static Functions inProcess(FunctionSettings function, SSLContext tls) {
    var count = new LiveCount();
    var log = LogFile.append(function.logs().resolve(NAME + ".log"), count);
    OwnJvm.becomeFunction(function.environment(), tls, log);
    var instance = new InProcessInstance(function, Clock.systemUTC(), log);
    return new Functions(new Fleet(List.of(instance)), List.of(log), count);
  }

  @Override
  public void close() {
    fleet.close();
    logs.forEach(LogFile::close);
  }
}
