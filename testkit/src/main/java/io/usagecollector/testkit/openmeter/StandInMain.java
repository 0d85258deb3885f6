package io.usagecollector.testkit.openmeter;

import io.usagecollector.testkit.openmeter.access.TokenRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * The stand-in as a process of its own: {@code [--plain] [--port N] [--token TOKEN] [--data DIR]
 * [--delay MILLIS]}. Prints {@code url=}, {@code token=} and, with TLS, {@code trust-store=} and
 * {@code trust-store-password=}, one a line, then {@code ready}. Ends when its standard input ends,
 * so that it never outlives who started it.
 */
public final class StandInMain {

  private StandInMain() {}

  public static void main(String[] arguments) throws Exception {
    try (OpenMeterStandIn standIn = OpenMeterStandIn.start(options(List.of(arguments)))) {
      System.out.println("url=" + standIn.url());
      System.out.println("token=" + standIn.token());
      standIn
          .trustStore()
          .ifPresent(store -> {
            System.out.println("trust-store=" + store.path());
            System.out.println("trust-store-password=" + store.password());
          });
      System.out.println("ready");
      while (System.in.read() >= 0) {
        // Only the end of the input matters.
      }
    }
  }

  static OpenMeterOptions options(List<String> arguments) {
    OpenMeterOptions options = new OpenMeterOptions();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--plain" -> options.plainHttp();
        case "--port" -> options.port(Integer.parseInt(value(option, rest)));
        case "--token" -> options.token(value(option, rest), TokenRole.ADMIN);
        case "--data" -> options.data(Path.of(value(option, rest)));
        case "--delay" ->
            options.storingDelay(Duration.ofMillis(Long.parseLong(value(option, rest))));
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    return options;
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }
}
