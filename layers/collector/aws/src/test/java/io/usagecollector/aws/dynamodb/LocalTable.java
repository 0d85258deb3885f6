package io.usagecollector.aws.dynamodb;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table of the template in DynamoDB Local, inside of this JVM, which tells nobody of it. */
final class LocalTable implements AutoCloseable {
  private static final String NAME = "state";

  private final AmazonDynamoDBLocal server;
  final DynamoDbClient client;

  LocalTable() {
    server = DynamoDBEmbedded.create(true);
    client = server.dynamoDbClient();
    KeySchemaElement key =
        KeySchemaElement.builder().attributeName(StateTable.KEY).keyType(KeyType.HASH).build();
    AttributeDefinition text =
        AttributeDefinition.builder()
            .attributeName(StateTable.KEY)
            .attributeType(ScalarAttributeType.S)
            .build();
    client.createTable(table ->
        table
            .tableName(NAME)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(key)
            .attributeDefinitions(text));
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
