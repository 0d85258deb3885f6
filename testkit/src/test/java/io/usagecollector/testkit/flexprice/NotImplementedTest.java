package io.usagecollector.testkit.flexprice;

import static io.usagecollector.testkit.flexprice.contract.Answers.assertRefusal;

import io.usagecollector.testkit.flexprice.contract.ServerUnderTest;
import io.usagecollector.testkit.flexprice.contract.StandInOnly;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@StandInOnly("the real server knows more than the stand-in")
class NotImplementedTest {
  private final ServerUnderTest server = ServerUnderTest.of(FlexpriceStandIn.start());

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/v1/meters | {\"name\":\"m\",\"event_name\":\"e\",\"reset_usage\":\"BILLING_PERIOD\","
            + "\"aggregation\":{\"type\":\"AVG\",\"field\":\"a\"}} | meters of the aggregation AVG",
        "/v1/meters | {\"name\":\"m\",\"event_name\":\"e\",\"reset_usage\":\"BILLING_PERIOD\","
            + "\"aggregation\":{\"type\":\"SUM\",\"expression\":\"a*b\"}} | meters with expression",
        "/v1/features | {\"name\":\"f\",\"type\":\"boolean\"} | features that are not metered"
      })
  void whatTheStandInCannotDoItSays(String path, String body, String what) {
    assertRefusal(
        server.post(path, body), 501, "not_implemented", "The stand-in does not know " + what);
  }
}
