package io.usagecollector.local.dynamodb;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table as the template has it, seen over the DynamoDB API as any client sees it. */
public final class StateTable implements AutoCloseable {
  private static final String KEY = "pk";
  private static final String EXPIRES = "expires";
  private static final String PENDING = "pending";
  private static final String PENDING_OF = "pending_of";
  private static final String PENDING_SINCE = "pending_since";

  private final DynamoDbClient client;
  private final String name;

  private StateTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** The table of that name, created unless it is there. */
  public static StateTable open(URI endpoint, String name) {
    var client =
        DynamoDbClient.builder()
            .endpointOverride(endpoint)
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    var table = new StateTable(client, name);
    table.createUnlessThere();
    return table;
  }

  private void createUnlessThere() {
    try {
      client.createTable(table ->
          table
              .tableName(name)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .keySchema(key(KEY, KeyType.HASH))
              .attributeDefinitions(
                  attribute(KEY, ScalarAttributeType.S),
                  attribute(PENDING_OF, ScalarAttributeType.S),
                  attribute(PENDING_SINCE, ScalarAttributeType.N))
              .globalSecondaryIndexes(pending()));
      client.updateTimeToLive(table ->
          table
              .tableName(name)
              .timeToLiveSpecification(ttl -> ttl.attributeName(EXPIRES).enabled(true)));
    } catch (ResourceInUseException e) {
      return;
    }
  }

  private static GlobalSecondaryIndex pending() {
    return GlobalSecondaryIndex.builder()
        .indexName(PENDING)
        .keySchema(key(PENDING_OF, KeyType.HASH), key(PENDING_SINCE, KeyType.RANGE))
        .projection(keys -> keys.projectionType(ProjectionType.KEYS_ONLY))
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  /** What {@code STATE_TABLE} is set to. */
  public String name() {
    return name;
  }

  /** The item of that key; without attributes if there is none. */
  public Map<String, AttributeValue> item(String key) {
    return client
        .getItem(get -> get.tableName(name).key(Map.of(KEY, AttributeValue.fromS(key))))
        .item();
  }

  @Override
  public void close() {
    client.close();
  }
}
