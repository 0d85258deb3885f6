package io.usagecollector.bench.ensure;

import com.sun.management.OperatingSystemMXBean;
import io.usagecollector.ensure.EnsureHandler;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import io.usagecollector.testkit.lambda.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Whole invocations of the ensure function for customers it has ensured before: the billing service
 * is switched off while they are measured, so a call to it would fail, and there would be no
 * figure. The figures go to standard error, since the function's log goes to standard output.
 */
public final class EnsureRounds {
  private static final int CUSTOMERS = 50;
  private static final int WARMUPS = 3;
  private static final int PLENTY_OF_TIME_MILLIS = 29_000;

  private final EnsureHandler handler;
  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private EnsureRounds(EnsureHandler handler) {
    this.handler = handler;
  }

  /**
   * Runs it.
   *
   * @param args the pipeline's file, calls a round, measured rounds
   */
  public static void main(String[] args) throws IOException {
    int calls = Integer.parseInt(args[1]);
    var rounds = new double[Integer.parseInt(args[2])];
    EnsureRounds bench = ensured(Path.of(args[0]));
    for (int i = 0; i < WARMUPS; i++) {
      bench.round(calls);
    }
    double cpu = 0;
    for (int i = 0; i < rounds.length; i++) {
      double seconds = bench.round(calls);
      rounds[i] = calls / seconds;
      cpu += seconds;
    }
    Arrays.sort(rounds);
    System.err.printf(
        "ensure: %d calls a round, %d rounds after warm-up; %d customers who are there, billing is off%n",
        calls, rounds.length, CUSTOMERS);
    System.err.printf("  %-26s %,12.0f%n", "calls per CPU-second", calls * rounds.length / cpu);
    System.err.printf(
        "  %-26s %,12.0f  (%,.0f to %,.0f)%n",
        "the same by rounds", rounds[rounds.length / 2], rounds[0], rounds[rounds.length - 1]);
  }

  /** The function with all of its customers ensured, and nobody left to bill them. */
  private static EnsureRounds ensured(Path pipeline) throws IOException {
    Path file = Files.createTempFile("pipeline", ".yaml");
    Files.writeString(file, Files.readString(pipeline).replace("scheme: https", "scheme: http"));
    try (var billing = FlexpriceStandIn.start(new StandInOptions().plainHttp())) {
      var bench =
          new EnsureRounds(
              new EnsureHandler(
                  Map.of(
                      "PIPELINE_FILE",
                      file.toString(),
                      "FLEXPRICE_API_HOST",
                      "127.0.0.1:" + billing.port(),
                      "FLEXPRICE_API_KEY",
                      billing.apiKey(),
                      "ENSURE",
                      "customer")));
      bench.round(CUSTOMERS);
      return bench;
    } finally {
      Files.delete(file);
    }
  }

  /** CPU seconds that the calls took. */
  private double round(int calls) throws IOException {
    long before = system.getProcessCpuTime();
    for (int i = 0; i < calls; i++) {
      call(i % CUSTOMERS);
    }
    return (system.getProcessCpuTime() - before) / 1e9;
  }

  private void call(int customer) throws IOException {
    var out = new ByteArrayOutputStream(512);
    handler.handleRequest(
        new ByteArrayInputStream(event(customer)),
        out,
        InvocationContext.of("bench", PLENTY_OF_TIME_MILLIS));
    String answer = out.toString(StandardCharsets.UTF_8);
    if (!answer.startsWith("{\"statusCode\":200,")) {
      throw new IllegalStateException("a customer is not there: " + answer);
    }
  }

  private static byte[] event(int customer) {
    return ("{\"version\":\"2.0\",\"routeKey\":\"POST /ensure\",\"rawPath\":\"/ensure\",\"headers\":"
            + "{\"content-type\":\"application/json\"},\"requestContext\":{\"stage\":\"$default\","
            + "\"http\":{\"method\":\"POST\",\"path\":\"/ensure\"}},\"body\":\"{\\\"client_id\\\":"
            + "\\\"bench\\\",\\\"external_user_id\\\":\\\"user_"
            + customer
            + "\\\"}\",\"isBase64Encoded\":false}")
        .getBytes(StandardCharsets.UTF_8);
  }
}
