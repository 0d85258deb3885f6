package io.usagecollector.aws.dynamodb;

import io.usagecollector.aws.dynamodb.StateTable.LostException;
import io.usagecollector.aws.dynamodb.StateTable.Update;
import io.usagecollector.core.delivery.gate.SharedBudget;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The requests that all instances may send to one billing service, as the item {@code budget#SINK}:
 * {@code due} is when the next portion is due, milliseconds since 1970-01-01T00:00:00Z. It never
 * expires. Thread-safe.
 */
public final class DynamoDbBudget implements SharedBudget {
  private static final Logger LOG = LoggerFactory.getLogger(DynamoDbBudget.class);

  /** A time further ahead than the next one was set by a clock that is wrong. */
  private static final String DUE = "attribute_not_exists(due) OR due <= :now OR due > :next";

  private final StateTable table;
  private final String key;

  /**
   * @param sink the billing service's name
   */
  public DynamoDbBudget(StateTable table, String sink) {
    this.table = table;
    this.key = "budget#" + sink;
  }

  @Override
  public Portion take(long now, long next) {
    Map<String, AttributeValue> values =
        Map.of(
            ":now", AttributeValue.fromN(Long.toString(now)),
            ":next", AttributeValue.fromN(Long.toString(next)));
    try {
      table.write(key, new Update("due = :next", DUE, values));
      return new Portion.Taken();
    } catch (LostException e) {
      AttributeValue due = e.item().get("due");
      return new Portion.NotBefore(due == null ? next : Long.parseLong(due.n()));
    } catch (AwayException e) {
      LOG.warn("one request a minute is sent for a while: {}", e.getMessage());
      return new Portion.Away();
    }
  }
}
