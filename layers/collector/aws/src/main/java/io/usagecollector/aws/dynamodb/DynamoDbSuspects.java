package io.usagecollector.aws.dynamodb;

import io.usagecollector.aws.dynamodb.StateTable.LostException;
import io.usagecollector.aws.dynamodb.StateTable.Update;
import io.usagecollector.core.careful.SuspectStore;
import io.usagecollector.core.careful.Suspects;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the instances of a function suspect, as the item {@code careful#FUNCTION}: {@code suspects},
 * the text, and {@code version}, which every change raises. It expires two days after the last one.
 * Thread-safe.
 */
public final class DynamoDbSuspects implements SuspectStore {
  private static final Logger LOG = LoggerFactory.getLogger(DynamoDbSuspects.class);
  private static final Duration KEPT = Duration.ofDays(2);
  private static final int MOST_TRIES = 10;
  private static final AttributeValue ZERO = AttributeValue.fromN("0");

  private final StateTable table;
  private final String key;
  private final InstantSource clock;

  /**
   * @param function the function's name
   */
  public DynamoDbSuspects(StateTable table, String function, InstantSource clock) {
    this.table = table;
    this.key = "careful#" + function;
    this.clock = clock;
  }

  @Override
  public Suspects read() {
    try {
      return suspects(table.read(key));
    } catch (AwayException e) {
      LOG.warn("what others suspect is not known: {}", e.getMessage());
      return Suspects.NONE;
    }
  }

  @Override
  public void change(UnaryOperator<Suspects> change) {
    try {
      Map<String, AttributeValue> item = table.read(key);
      for (int i = 0; i < MOST_TRIES; i++) {
        Suspects before = suspects(item);
        Suspects after = change.apply(before);
        if (after.equals(before)) {
          return;
        }
        try {
          table.write(key, update(item, after));
          return;
        } catch (LostException e) {
          item = e.item();
        }
      }
      LOG.warn("what is suspected could not be noted: others changed it all the time");
    } catch (AwayException e) {
      LOG.warn("what is suspected could not be noted: {}", e.getMessage());
    }
  }

  private Update update(Map<String, AttributeValue> item, Suspects after) {
    AttributeValue version = item.getOrDefault("version", ZERO);
    long expires = clock.instant().plus(KEPT).getEpochSecond();
    return new Update(
        "suspects = :suspects, version = :next, " + StateTable.EXPIRES + " = :expires",
        "version = :seen OR attribute_not_exists(version) AND :seen = :zero",
        Map.of(
            ":suspects", AttributeValue.fromS(after.text()),
            ":next", AttributeValue.fromN(Long.toString(Long.parseLong(version.n()) + 1)),
            ":seen", version,
            ":zero", ZERO,
            ":expires", AttributeValue.fromN(Long.toString(expires))));
  }

  private static Suspects suspects(Map<String, AttributeValue> item) {
    AttributeValue text = item.get("suspects");
    return text == null ? Suspects.NONE : Suspects.parse(text.s());
  }
}
