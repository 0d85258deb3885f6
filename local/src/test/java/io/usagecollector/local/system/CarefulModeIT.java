package io.usagecollector.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.local.statement.BillingStatement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A record that ends the function's process, in real processes. */
class CarefulModeIT extends EndToEnd {
  private static final String KILLER =
      """
      {"call_id":"call_0","customer_id":"vapi_cust_456","duration_seconds":5,\
      "model":"ends-the-process","timestamp":"2025-12-01T10:30:00Z"}\
      """;

  @Test
  void itEndsAsADeadLetterAndItsNeighboursAreBilled() throws IOException {
    List<Path> jars = List.of(BrokenBuild.jar("ended-processes", ZIPS, directory.resolve("break")));
    start(given -> given.firstJars = jars);
    produceCalls(60);
    produceValues(KILLER);
    produceCalls(60, 60);
    BillingStatement statement = drain();
    assertBalances(statement);
    assertThat(statement.deadLetters().values())
        .singleElement()
        .asString()
        .contains("ended the function's process");
  }
}
