package io.usagecollector.aws.dynamodb;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table of the template in DynamoDB Local, inside of this JVM, which tells nobody of it. */
final class LocalTable implements AutoCloseable {
  private static final String NAME = "state";

  private final AmazonDynamoDBLocal server;
  final DynamoDbClient client;

  LocalTable() {
    server = DynamoDBEmbedded.create(true);
    client = server.dynamoDbClient();
    client.createTable(table ->
        table
            .tableName(NAME)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(key(StateTable.KEY, KeyType.HASH))
            .attributeDefinitions(
                attribute(StateTable.KEY, ScalarAttributeType.S),
                attribute(StateTable.PENDING_OF, ScalarAttributeType.S),
                attribute(StateTable.PENDING_SINCE, ScalarAttributeType.N))
            .globalSecondaryIndexes(pending()));
  }

  private static GlobalSecondaryIndex pending() {
    return GlobalSecondaryIndex.builder()
        .indexName(StateTable.PENDING)
        .keySchema(
            key(StateTable.PENDING_OF, KeyType.HASH), key(StateTable.PENDING_SINCE, KeyType.RANGE))
        .projection(keys -> keys.projectionType(ProjectionType.KEYS_ONLY))
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  /** As an instance of its own sees it. */
  StateTable table() {
    return new StateTable(() -> client, NAME);
  }

  Map<String, AttributeValue> item(String key) {
    return client
        .getItem(get -> get.tableName(NAME).key(Map.of(StateTable.KEY, AttributeValue.fromS(key))))
        .item();
  }

  @Override
  public void close() {
    client.close();
    server.shutdownNow();
  }
}
