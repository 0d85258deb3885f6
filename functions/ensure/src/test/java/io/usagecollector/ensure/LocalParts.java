package io.usagecollector.ensure;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import io.usagecollector.aws.AwsClients;
import io.usagecollector.aws.dynamodb.StateTable;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import io.usagecollector.testkit.flexprice.client.Access;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A stand-in Flexprice with a plan, a table, and the functions' environment that names them. */
final class LocalParts implements AutoCloseable {
  static final Path ROOT = Path.of("..", "..");

  private static final String TABLE = "state";

  final FlexpriceStandIn flexprice =
      FlexpriceStandIn.start(new StandInOptions().plainHttp().recordBodies());
  final Map<String, String> environment = new HashMap<>();
  private final AmazonDynamoDBLocal tables = DynamoDBEmbedded.create(true);
  private final DynamoDbClient client = tables.dynamoDbClient();

  /** With the pipeline that is deployed, but for TLS. */
  LocalParts(Path directory) throws IOException {
    String pipeline = Files.readString(ROOT.resolve("layers/pipeline/pipeline/pipeline.yaml"));
    Path file = directory.resolve("pipeline.yaml");
    Files.writeString(file, pipeline.replace("scheme: https", "scheme: http"));
    environment.put("PIPELINE_FILE", file.toString());
    environment.put("FLEXPRICE_API_HOST", "127.0.0.1:" + flexprice.port());
    environment.put("FLEXPRICE_API_KEY", flexprice.apiKey());
    environment.put("STATE_TABLE", TABLE);
    environment.put("ENSURE", "subscription");
    environment.put("ENSURE_PLAN", "pro");
    createTable();
    warm();
    createPlan();
  }

  private void createPlan() {
    var access = new Access(flexprice.url(), flexprice.apiKey(), Optional.empty());
    try (var billing = new FlexpriceClient(access, flexprice.clientTls())) {
      String meter = billing.createMeter(MeterHandle.Draft.count("calls", "voice_call")).id();
      billing.createUnitPrice(billing.createPlan("Pro", "pro"), meter, BigDecimal.ONE, "usd");
    }
  }

  private void createTable() {
    client.createTable(table ->
        table
            .tableName(TABLE)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(key(StateTable.KEY, KeyType.HASH))
            .attributeDefinitions(
                attribute(StateTable.KEY, ScalarAttributeType.S),
                attribute(StateTable.PENDING_OF, ScalarAttributeType.S),
                attribute(StateTable.PENDING_SINCE, ScalarAttributeType.N))
            .globalSecondaryIndexes(pending()));
  }

  /** Its first calls are slow, and a function waits for none of them for long. */
  private void warm() {
    var key = Map.of(StateTable.KEY, AttributeValue.fromS("warm"));
    client.updateItem(item ->
        item.tableName(TABLE)
            .key(key)
            .updateExpression("SET fence = :one")
            .conditionExpression("attribute_not_exists(fence)")
            .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    client.getItem(get -> get.tableName(TABLE).key(key).consistentRead(true));
  }

  private static GlobalSecondaryIndex pending() {
    return GlobalSecondaryIndex.builder()
        .indexName(StateTable.PENDING)
        .keySchema(
            key(StateTable.PENDING_OF, KeyType.HASH), key(StateTable.PENDING_SINCE, KeyType.RANGE))
        .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private AwsClients clients() {
    return new AwsClients(
        () -> {
          throw none();
        },
        () -> {
          throw none();
        },
        () -> client,
        () -> {
          throw none();
        });
  }

  private static IllegalStateException none() {
    return new IllegalStateException("the function needs no such client");
  }

  Caller caller() {
    return new Caller(new EnsureHandler(Wiring.front(environment, this::clients)));
  }

  SweepHandler sweep() {
    return new SweepHandler(Wiring.sweeper(environment, this::clients));
  }

  @Override
  public void close() {
    client.close();
    tables.shutdownNow();
    flexprice.close();
  }
}
