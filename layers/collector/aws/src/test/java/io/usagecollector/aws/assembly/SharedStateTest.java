package io.usagecollector.aws.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.core.delivery.gate.Gate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class SharedStateTest {
  private final List<String> asked = new ArrayList<>();

  private final DynamoDbClient table =
      new DynamoDbClient() {
        @Override
        public GetItemResponse getItem(GetItemRequest request) {
          asked.add(request.tableName() + " " + request.key().get("pk").s());
          return GetItemResponse.builder().build();
        }

        @Override
        public UpdateItemResponse updateItem(UpdateItemRequest request) {
          asked.add(request.tableName() + " " + request.key().get("pk").s());
          return UpdateItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
          return "dynamodb";
        }

        @Override
        public void close() {}
      };

  private Gate gate(Map<String, String> environment) {
    var clients =
        new AwsClients(
            SharedStateTest::noQueue,
            SharedStateTest::noSecret,
            () -> table,
            SharedStateTest::noBucket);
    return SharedState.of(
            StateSettings.of(new Variables(environment)), clients, () -> Instant.EPOCH)
        .gate("flexprice", new Random(1));
  }

  private static SqsClient noQueue() {
    throw new AssertionError("no queue is asked");
  }

  private static S3Client noBucket() {
    throw new AssertionError("no bucket is needed");
  }

  private static SecretsManagerClient noSecret() {
    throw new AssertionError("no secret is asked");
  }

  @Test
  void aConfiguredTableIsAskedForTheCircuitOfTheBillingService() {
    assertThat(gate(Map.of("STATE_TABLE", "shared")).enter()).isEqualTo(new Gate.Entry.Open());
    assertThat(asked).containsExactly("shared circuit#flexprice");
  }

  @Test
  void aRateIsAskedForInTheSameTable() {
    Gate gate = gate(Map.of("STATE_TABLE", "shared", "REQUESTS_PER_MINUTE", "60"));
    assertThat(gate.opensAt()).isNegative();
    assertThat(asked).containsExactly("shared budget#flexprice");
  }

  @Test
  void aRateWithoutATableIsRefused() {
    assertThatThrownBy(() -> gate(Map.of("REQUESTS_PER_MINUTE", "60")))
        .hasMessage(
            "REQUESTS_PER_MINUTE is for all instances together: set STATE_TABLE, where they share"
                + " it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "many", "1.5", "1000000"})
  void aRateThatIsNoNumberOfRequestsIsRefused(String rate) {
    assertThatThrownBy(() -> gate(Map.of("STATE_TABLE", "shared", "REQUESTS_PER_MINUTE", rate)))
        .hasMessage(
            "REQUESTS_PER_MINUTE must be a whole number from 1 to 999999, or not set for no limit");
  }

  @Test
  void withoutATableNothingIsAsked() {
    assertThat(gate(Map.of()).enter()).isEqualTo(new Gate.Entry.Open());
    assertThat(asked).isEmpty();
  }
}
