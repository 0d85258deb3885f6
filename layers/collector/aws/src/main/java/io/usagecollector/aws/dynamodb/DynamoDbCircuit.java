package io.usagecollector.aws.dynamodb;

import io.usagecollector.aws.dynamodb.StateTable.LostException;
import io.usagecollector.aws.dynamodb.StateTable.Update;
import io.usagecollector.core.delivery.gate.Circuit;
import io.usagecollector.core.delivery.gate.Closure;
import io.usagecollector.core.delivery.gate.Closure.Cause;
import io.usagecollector.core.delivery.gate.SharedCircuit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The circuit of all instances that send to one billing service, as the item {@code circuit#SINK}:
 * {@code epoch}, and while it is closed {@code cause}, {@code times} and {@code next_probe}
 * (milliseconds since 1970-01-01T00:00:00Z). It never expires. Thread-safe.
 */
public final class DynamoDbCircuit implements SharedCircuit {
  private static final Logger LOG = LoggerFactory.getLogger(DynamoDbCircuit.class);

  private static final String SAME_EPOCH =
      "(epoch = :seen OR attribute_not_exists(epoch) AND :seen = :zero)";
  private static final String CLOSED =
      "epoch = :epoch, cause = :cause, times = :times, next_probe = :next_probe";
  private static final String OPEN = "epoch = :epoch REMOVE cause, times, next_probe";

  private final StateTable table;
  private final String key;

  /**
   * @param sink the billing service's name
   */
  public DynamoDbCircuit(StateTable table, String sink) {
    this.table = table;
    this.key = "circuit#" + sink;
  }

  @Override
  public Optional<Circuit> read() {
    try {
      return Optional.of(circuit(table.read(key)));
    } catch (AwayException e) {
      away(e);
      return Optional.empty();
    }
  }

  @Override
  public Swap change(Circuit seen, Circuit next) {
    Map<String, AttributeValue> values = values(seen, next);
    values.put(":zero", number(0));
    return swap(new Update(next.closure().isPresent() ? CLOSED : OPEN, SAME_EPOCH, values));
  }

  @Override
  public Swap probe(Circuit seen, Circuit next) {
    Map<String, AttributeValue> values = values(seen, next);
    values.put(":due", number(seen.closure().map(Closure::nextProbe).orElse(0L)));
    return swap(new Update(CLOSED, "epoch = :seen AND next_probe = :due", values));
  }

  private Swap swap(Update update) {
    try {
      table.write(key, update);
      return new Swap.Done();
    } catch (LostException e) {
      return new Swap.Beaten(circuit(e.item()));
    } catch (AwayException e) {
      away(e);
      return new Swap.Away();
    }
  }

  private static void away(AwayException e) {
    LOG.warn("the circuit is this instance's own for a while: {}", e.getMessage());
  }

  private static Map<String, AttributeValue> values(Circuit seen, Circuit next) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":seen", number(seen.epoch()));
    values.put(":epoch", number(next.epoch()));
    next.closure()
        .ifPresent(closure -> {
          values.put(":cause", AttributeValue.fromS(closure.cause().name()));
          values.put(":times", number(closure.times()));
          values.put(":next_probe", number(closure.nextProbe()));
        });
    return values;
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  private static Circuit circuit(Map<String, AttributeValue> item) {
    AttributeValue epoch = item.get("epoch");
    return epoch == null
        ? Circuit.UNTOUCHED
        : new Circuit(Long.parseLong(epoch.n()), closure(item));
  }

  /** A cause that only a later version knows closes it all the same. */
  private static Cause cause(String name) {
    return Arrays.stream(Cause.values())
        .filter(cause -> cause.name().equals(name))
        .findFirst()
        .orElse(Cause.OUTAGE);
  }

  private static Optional<Closure> closure(Map<String, AttributeValue> item) {
    AttributeValue cause = item.get("cause");
    AttributeValue times = item.get("times");
    AttributeValue nextProbe = item.get("next_probe");
    return cause == null || times == null || nextProbe == null
        ? Optional.empty()
        : Optional.of(
            new Closure(
                cause(cause.s()), Integer.parseInt(times.n()), Long.parseLong(nextProbe.n())));
  }
}
