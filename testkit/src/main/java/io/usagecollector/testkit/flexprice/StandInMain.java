package io.usagecollector.testkit.flexprice;

import io.usagecollector.testkit.flexprice.access.ApiKey;
import io.usagecollector.testkit.flexprice.access.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * The stand-in as a process of its own: {@code [--plain] [--port N] [--key KEY] [--atomic] [--data
 * DIR] [--delay MILLIS]}. Prints {@code url=}, {@code key=} and, with TLS, {@code trust-store=} and
 * {@code trust-store-password=}, one a line, then {@code ready}. Ends when its standard input ends,
 * so that it never outlives who started it.
 */
public final class StandInMain {

  private StandInMain() {}

  public static void main(String[] arguments) throws Exception {
    try (FlexpriceStandIn standIn = FlexpriceStandIn.start(options(List.of(arguments)))) {
      System.out.println("url=" + standIn.url());
      System.out.println("key=" + standIn.apiKey());
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

  static StandInOptions options(List<String> arguments) {
    StandInOptions options = new StandInOptions();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--plain" -> options.plainHttp();
        case "--atomic" -> options.atomicBulk();
        case "--port" -> options.port(Integer.parseInt(value(option, rest)));
        case "--key" -> options.key(ApiKey.of(value(option, rest), Role.SUPER_ADMIN));
        case "--data" -> options.data(Path.of(value(option, rest)));
        case "--delay" ->
            options.processingDelay(Duration.ofMillis(Long.parseLong(value(option, rest))));
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
