package io.usagecollector.testkit.openmeter;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.testkit.openmeter.contract.StandInOnly;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@StandInOnly("a real server can do this")
class NotImplementedTest {
  @ParameterizedTest
  @CsvSource({
    "POST, /api/v3/openmeter/customers, '{\"name\":\"n\",\"key\":\"k\",\"currency\":\"USD\"}', 501",
    "POST, /api/v1/customers, '{\"name\":\"n\",\"key\":\"k\",\"primaryEmail\":\"a@b.c\"}', 501",
    "POST, /api/v1/meters, '{\"slug\":\"m\",\"eventType\":\"t\",\"aggregation\":\"MAX\"}', 501",
    "GET, /api/v1/portal/meters, '', 404",
    "GET, /api/v3/openmeter/invoices, '', 404",
    "GET, /elsewhere, '', 404"
  })
  void whatItCannotDoItSays(String method, String path, String body, int status) {
    try (Setup setup = new Setup(new OpenMeterOptions())) {
      assertThat(setup.send(method, path, body, Map.of()).status()).isEqualTo(status);
      assertThat(setup.standIn.books().customers()).isEmpty();
    }
  }
}
