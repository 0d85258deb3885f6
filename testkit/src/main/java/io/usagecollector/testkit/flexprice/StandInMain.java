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
    try (FlexpriceStandIn standIn = options(List.of(arguments)).start()) {
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

  static StandInBuilder options(List<String> arguments) {
    StandInBuilder builder = FlexpriceStandIn.builder();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--plain" -> builder.plainHttp();
        case "--atomic" -> builder.atomicBulk();
        case "--port" -> builder.port(Integer.parseInt(value(option, rest)));
        case "--key" -> builder.key(ApiKey.of(value(option, rest), Role.SUPER_ADMIN));
        case "--data" -> builder.data(Path.of(value(option, rest)));
        case "--delay" ->
            builder.processingDelay(Duration.ofMillis(Long.parseLong(value(option, rest))));
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    return builder;
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }
}
