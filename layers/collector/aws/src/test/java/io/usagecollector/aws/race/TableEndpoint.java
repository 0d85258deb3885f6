package io.usagecollector.aws.race;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import io.usagecollector.aws.dynamodb.StateTable;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The template's table in DynamoDB Local, on 127.0.0.1, for other processes. */
final class TableEndpoint implements AutoCloseable {
  static final String TABLE = "state";

  private static final int THREADS = 80;

  private final LocalDynamoDBRequestHandler tables =
      new LocalDynamoDBRequestHandler(0, true, null, true, false);
  private final Server server;
  private final URI url;

  TableEndpoint() throws Exception {
    var threads = new QueuedThreadPool(THREADS, 1);
    threads.setDaemon(true);
    server = new Server(threads);
    var connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new LocalDynamoDBServerHandler(tables, null));
    server.start();
    url = URI.create("http://127.0.0.1:" + connector.getLocalPort());
    try (DynamoDbClient client = client()) {
      create(client);
    }
  }

  URI url() {
    return url;
  }

  DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(url)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  private static void create(DynamoDbClient client) {
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

  @Override
  public void close() throws Exception {
    server.stop();
    tables.shutdown();
  }
}
