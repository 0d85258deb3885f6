package io.usagecollector.testkit.openmeter;

import io.usagecollector.testkit.http.StandInProcess;
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
      StandInProcess.serve(standIn.url(), "token=" + standIn.token(), standIn.trustStore());
    }
  }

  static OpenMeterOptions options(List<String> arguments) {
    OpenMeterOptions options = new OpenMeterOptions();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--plain" -> options.plainHttp();
        case "--port" -> options.port(Integer.parseInt(StandInProcess.value(option, rest)));
        case "--token" -> options.token(StandInProcess.value(option, rest), TokenRole.ADMIN);
        case "--data" -> options.data(Path.of(StandInProcess.value(option, rest)));
        case "--delay" ->
            options.storingDelay(
                Duration.ofMillis(Long.parseLong(StandInProcess.value(option, rest))));
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    return options;
  }
}
