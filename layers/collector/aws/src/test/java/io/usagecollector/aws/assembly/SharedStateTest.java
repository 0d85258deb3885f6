package io.usagecollector.aws.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.usagecollector.aws.AwsClients;
import io.usagecollector.core.delivery.gate.Gate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
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
        public String serviceName() {
          return "dynamodb";
        }

        @Override
        public void close() {}
      };

  private Gate gate(Map<String, String> environment) {
    var clients = new AwsClients(SharedStateTest::noQueue, SharedStateTest::noSecret, () -> table);
    return SharedState.of(
            StateSettings.of(new Variables(environment)), "flexprice", clients, () -> Instant.EPOCH)
        .gate();
  }

  private static SqsClient noQueue() {
    throw new AssertionError("no queue is asked");
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
  void withoutATableNothingIsAsked() {
    assertThat(gate(Map.of()).enter()).isEqualTo(new Gate.Entry.Open());
    assertThat(asked).isEmpty();
  }
}
