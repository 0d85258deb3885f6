package io.usagecollector.aws.dynamodb;

import io.usagecollector.aws.AwsClients;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The table that instances share, an item a key. Thread-safe. Every call ends within the {@link
 * Patience} of this table, or throws {@link AwayException}.
 */
public final class StateTable {
  /** The table's partition key, a string. */
  public static final String KEY = "pk";

  /** When an item may go, seconds since 1970-01-01T00:00:00Z. */
  public static final String EXPIRES = "expires";

  private static final String WRITER = "written_by";

  private final Supplier<DynamoDbClient> client;
  private final String table;
  private final Patience patience = new Patience();

  public StateTable(Supplier<DynamoDbClient> client, String table) {
    this.client = client;
    this.table = table;
  }

  /** Of the account whose clients these are. */
  public static StateTable in(String table, AwsClients clients) {
    return new StateTable(clients::dynamoDb, table);
  }

  /**
   * The item as it stands after every write that has ended, without attributes if there is none.
   */
  Map<String, AttributeValue> read(String key) throws AwayException {
    return patience.with(() ->
        client
            .get()
            .getItem(get -> get.tableName(table).key(key(key)).consistentRead(true))
            .item());
  }

  /**
   * Writes if the condition holds. A call that was sent again since its answer was lost finds its
   * own write, and has not lost to anybody.
   *
   * @throws LostException with the item as it stands, if it does not
   */
  void write(String key, Update update) throws AwayException, LostException {
    var writer = AttributeValue.fromS(UUID.randomUUID().toString());
    var values = new HashMap<>(update.values());
    values.put(":" + WRITER, writer);
    Optional<Map<String, AttributeValue>> stands =
        patience.with(() -> {
          try {
            client
                .get()
                .updateItem(item ->
                    item.tableName(table)
                        .key(key(key))
                        .updateExpression("SET " + WRITER + " = :" + WRITER + ", " + update.set())
                        .conditionExpression(update.condition())
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.empty();
          } catch (ConditionalCheckFailedException e) {
            return Optional.of(e.item());
          }
        });
    if (stands.isPresent() && !writer.equals(stands.get().get(WRITER))) {
      throw new LostException(stands.get());
    }
  }

  private static Map<String, AttributeValue> key(String key) {
    return Map.of(KEY, AttributeValue.fromS(key));
  }

  /**
   * A conditional write.
   *
   * @param set what to set, as after {@code SET}, and what to remove
   * @param condition what must hold
   * @param values what both refer to
   */
  record Update(String set, String condition, Map<String, AttributeValue> values) {}

  /** The condition did not hold. */
  static final class LostException extends Exception {
    private final transient Map<String, AttributeValue> item;

    LostException(Map<String, AttributeValue> item) {
      super(null, null, false, false);
      this.item = item;
    }

    Map<String, AttributeValue> item() {
      return item;
    }
  }
}
