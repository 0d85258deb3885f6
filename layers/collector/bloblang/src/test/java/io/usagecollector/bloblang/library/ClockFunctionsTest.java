package io.usagecollector.bloblang.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.bloblang.Bloblang;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.FixedHost;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Run;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockFunctionsTest {
  @ParameterizedTest
  @CsvSource({
    "now(), 2009-11-10T23:00:00.123456789Z",
    "timestamp_unix(), 1257894000",
    "timestamp_unix_milli(), 1257894000123",
    "timestamp_unix_micro(), 1257894000123456",
    "timestamp_unix_nano(), 1257894000123456789",
    "now().type(), string",
    "timestamp_unix().type(), number",
    "now() == now(), true",
    "now().ts_unix(), 1257894000",
    "now().ts_format(\"2006-01-02\"), 2009-11-10",
    "now().ts_sub_iso8601(\"P1D\").ts_unix(), 1257807600",
  })
  void theTimeIsTheHosts(String query, String said) throws CompileException {
    Mapping mapping = Bloblang.standard().compile("root = " + query);
    assertThat(Run.said(mapping.apply(Message.of("{}"), FixedHost.seeded(1)))).isEqualTo(said);
  }
}
