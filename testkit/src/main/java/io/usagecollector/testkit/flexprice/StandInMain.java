package io.usagecollector.testkit.flexprice;

import io.usagecollector.testkit.flexprice.access.ApiKey;
import io.usagecollector.testkit.flexprice.access.Role;
import io.usagecollector.testkit.http.StandInProcess;
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
      StandInProcess.serve(standIn.url(), "key=" + standIn.apiKey(), standIn.trustStore());
    }
  }

  static StandInOptions options(List<String> arguments) {
    StandInOptions options = new StandInOptions();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--plain" -> options.plainHttp();
        case "--atomic" -> options.atomicBulk();
        case "--port" -> options.port(Integer.parseInt(StandInProcess.value(option, rest)));
        case "--key" ->
            options.key(ApiKey.of(StandInProcess.value(option, rest), Role.SUPER_ADMIN));
        case "--data" -> options.data(Path.of(StandInProcess.value(option, rest)));
        case "--delay" ->
            options.processingDelay(
                Duration.ofMillis(Long.parseLong(StandInProcess.value(option, rest))));
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    return options;
  }
}
