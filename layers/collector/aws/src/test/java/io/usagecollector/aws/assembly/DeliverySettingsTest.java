package io.usagecollector.aws.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.core.delivery.gate.RequestRate;
import io.usagecollector.core.delivery.pace.Outage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliverySettingsTest {
  private static final String QUEUE = "DEAD_LETTER_QUEUE_URL";

  private static DeliverySettings settings(Map<String, String> environment) {
    return DeliverySettings.of("forward", new Variables(environment));
  }

  @Test
  void whatIsNotSetOrBlankHasADefault() {
    assertThat(settings(Map.of(QUEUE, "q", "RETRY_QUEUE_URL", "r", "QUANTITY_PROPERTIES", " ")))
        .isEqualTo(
            new DeliverySettings(
                "forward",
                Path.of("/opt/pipeline/pipeline.yaml"),
                "q",
                Optional.empty(),
                Optional.empty(),
                new RetrySettings("r", Outage.HOLD),
                new StateSettings(Optional.empty(), Optional.empty(), Optional.empty())));
  }

  @Test
  void allCanBeSet() {
    Map<String, String> all =
        Map.of(
            QUEUE,
            "q",
            "PIPELINE_FILE",
            "p",
            "QUANTITY_PROPERTIES",
            "a, b",
            "LETTER_BUCKET",
            "bucket",
            "RETRY_QUEUE_URL",
            "r",
            "OUTAGE",
            "defer",
            "STATE_TABLE",
            "table",
            "REQUESTS_PER_MINUTE",
            "90");
    assertThat(settings(all))
        .isEqualTo(
            new DeliverySettings(
                "forward",
                Path.of("p"),
                "q",
                Optional.of("bucket"),
                Optional.of("a, b"),
                new RetrySettings("r", Outage.DEFER),
                new StateSettings(
                    Optional.of("table"), Optional.of(new RequestRate(90)), Optional.empty())));
  }

  @Test
  void onLambdaAFolderOutlivesTheProcess() {
    assertThat(
            settings(Map.of(QUEUE, "q", "RETRY_QUEUE_URL", "r", "AWS_LAMBDA_FUNCTION_NAME", "f"))
                .state()
                .scratch())
        .contains(Path.of(System.getProperty("java.io.tmpdir"), "usage-collector"));
  }

  @Test
  void aMissingQueueIsRefusedWithWhatToDo() {
    assertThatThrownBy(() -> settings(Map.of()))
        .hasMessage(
            QUEUE
                + " is not set: give the URL of the SQS queue that takes what cannot be delivered");
  }

  @Test
  void anOutageIsHeldOrDeferred() {
    assertThatThrownBy(() -> settings(Map.of(QUEUE, "q", "RETRY_QUEUE_URL", "r", "OUTAGE", "drop")))
        .hasMessage(
            "OUTAGE must be hold or defer: whether records stay in their topic while the billing"
                + " service is away, or go to the retry queue");
  }

  @Test
  void aFunctionThatDefersNeedsAQueueForIt() {
    assertThatThrownBy(() -> settings(Map.of(QUEUE, "q")))
        .hasMessage(
            "RETRY_QUEUE_URL is not set: give the URL of the SQS queue that takes what cannot be"
                + " delivered now");
  }

  @Test
  void printedVariablesTellNoValue() {
    assertThat(new Variables(Map.of("FLEXPRICE_API_KEY", "secret")))
        .hasToString("Variables[FLEXPRICE_API_KEY]");
  }
}
