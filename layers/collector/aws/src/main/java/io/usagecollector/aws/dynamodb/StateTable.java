package io.usagecollector.aws.dynamodb;

import io.usagecollector.aws.AwsClients;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The table that instances share, an item a key. Thread-safe. Every call ends within the {@link
 * Patience} of this table, or throws {@link AwayException}.
 */
public final class StateTable {
  private static final Logger LOG = LoggerFactory.getLogger(StateTable.class);

  /** The table's partition key, a string. */
  public static final String KEY = "pk";

  /** When an item may go, seconds since 1970-01-01T00:00:00Z. */
  public static final String EXPIRES = "expires";

  /** Of an item that somebody must come back to: whose it is, a string. */
  public static final String PENDING_OF = "pending_of";

  /** And since when, a number. */
  public static final String PENDING_SINCE = "pending_since";

  /** The index of such items, by {@link #PENDING_OF} and {@link #PENDING_SINCE}: keys alone. */
  public static final String PENDING = "pending";

  private static final String WRITER = "written_by";

  /** The most that DynamoDB reads at once. */
  private static final int MOST_AT_ONCE = 100;

  private static final int MOST_TRIES = 5;

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
   * Of many items those that there are, each as it stood at some moment of the last second or so,
   * by their keys.
   *
   * @param over whether the time is up: what is not read by then is missing
   */
  Map<String, Map<String, AttributeValue>> readMany(List<String> keys, BooleanSupplier over)
      throws AwayException {
    var items = new HashMap<String, Map<String, AttributeValue>>();
    for (int from = 0; from < keys.size(); from += MOST_AT_ONCE) {
      List<Map<String, AttributeValue>> left =
          keys.subList(from, Math.min(keys.size(), from + MOST_AT_ONCE)).stream()
              .map(StateTable::key)
              .toList();
      for (int i = 0; i < MOST_TRIES && !left.isEmpty() && !over.getAsBoolean(); i++) {
        left = readInto(items, left);
      }
    }
    return items;
  }

  /**
   * @return what DynamoDB did not come to
   */
  private List<Map<String, AttributeValue>> readInto(
      Map<String, Map<String, AttributeValue>> items, List<Map<String, AttributeValue>> keys)
      throws AwayException {
    BatchGetItemResponse answer =
        patience.with(
            () -> client.get().batchGetItem(get -> get.requestItems(Map.of(table, of(keys)))));
    for (Map<String, AttributeValue> item : answer.responses().getOrDefault(table, List.of())) {
      items.put(keyOf(item), item);
    }
    KeysAndAttributes left = answer.unprocessedKeys().get(table);
    return left == null ? List.of() : left.keys();
  }

  private static KeysAndAttributes of(List<Map<String, AttributeValue>> keys) {
    return KeysAndAttributes.builder().keys(keys).build();
  }

  /**
   * The keys of items that are pending since before that time, the longest first. As of a moment
   * ago: read each again.
   */
  List<String> pending(String of, long before, int most) throws AwayException {
    List<String> keys = new ArrayList<>();
    Map<String, AttributeValue> last = Map.of();
    do {
      Map<String, AttributeValue> start = last;
      int left = most - keys.size();
      QueryResponse page =
          patience.with(() ->
              client
                  .get()
                  .query(query ->
                      query
                          .tableName(table)
                          .indexName(PENDING)
                          .keyConditionExpression(
                              PENDING_OF + " = :of AND " + PENDING_SINCE + " < :before")
                          .expressionAttributeValues(
                              Map.of(
                                  ":of", AttributeValue.fromS(of),
                                  ":before", AttributeValue.fromN(Long.toString(before))))
                          .limit(left)
                          .exclusiveStartKey(start.isEmpty() ? null : start)));
      page.items().forEach(item -> keys.add(keyOf(item)));
      last = page.lastEvaluatedKey();
    } while (!last.isEmpty() && keys.size() < most);
    return keys;
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

  /** Every item has one, and so has the index. */
  private static String keyOf(Map<String, AttributeValue> item) {
    return Objects.requireNonNull(item.get(KEY), KEY).s();
  }

  /** Whether it can be read. */
  public boolean answers() {
    try {
      read("answers");
      return true;
    } catch (AwayException e) {
      LOG.warn("{}", e.getMessage());
      return false;
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
