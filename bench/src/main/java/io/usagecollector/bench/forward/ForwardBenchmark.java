package io.usagecollector.bench.forward;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts a billing server in one process and the measured function in another, so that the CPU the
 * function's process used is the function's alone.
 */
public final class ForwardBenchmark {
  private static final List<String> JVM =
      List.of("-XX:+UseSerialGC", "-Xmx1g", "--enable-native-access=ALL-UNNAMED");

  private ForwardBenchmark() {}

  /**
   * Runs it.
   *
   * @param args the pipeline file; then the rounds' arguments, or {@code --cold} and how many
   *     processes to start
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    var server =
        java(List.of(), "io.usagecollector.testkit.flexprice.StandInMain", List.of("--plain"))
            .start();
    try {
      String address = address(server.inputReader(StandardCharsets.UTF_8));
      Map<String, String> environment = environment(address, Path.of(args[0]));
      System.exit(
          args[1].equals("--cold")
              ? ColdReport.print(environment, Integer.parseInt(args[2]))
              : measure(environment, List.of(args).subList(1, args.length)));
    } finally {
      server.destroy();
      server.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static String address(BufferedReader out) throws IOException {
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      var at = line.indexOf("http://");
      if (at >= 0) {
        return line.substring(at).split("\\s", 2)[0];
      }
    }
    throw new IllegalStateException("the billing server ended before it named its address");
  }

  private static int measure(Map<String, String> environment, List<String> args)
      throws IOException, InterruptedException {
    var function = java(List.of(), ForwardRounds.class.getName(), args).inheritIO();
    function.environment().putAll(environment);
    return function.start().waitFor();
  }

  private static Map<String, String> environment(String server, Path pipeline) {
    return Map.of(
        "PIPELINE_FILE", pipeline.toAbsolutePath().toString(),
        "STREAM_ID", "bench",
        "DEAD_LETTER_QUEUE_URL", "http://127.0.0.1:1/000000000000/none",
        "RETRY_QUEUE_URL", "http://127.0.0.1:1/000000000000/none",
        "FLEXPRICE_URL", server,
        "FLEXPRICE_API_HOST", "unused.invalid",
        "FLEXPRICE_API_KEY", "sk_01STANDIN0000000000000000",
        "AWS_REGION", "us-east-1",
        "POWERTOOLS_METRICS_NAMESPACE", "bench",
        "POWERTOOLS_SERVICE_NAME", "forward");
  }

  /**
   * A JVM on this class path, with the options that are measured with.
   *
   * @param options further ones
   */
  static ProcessBuilder java(List<String> options, String main, List<String> args) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(args);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
