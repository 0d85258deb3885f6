package io.usagecollector.local.billing;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a record should come to on the bill.
 *
 * @param customer the external customer id
 * @param name the event name
 * @param key what makes it one event, however often it is sent
 * @param quantities its properties that are numbers
 */
public record BillableEvent(
    String customer, String name, String key, Map<String, BigDecimal> quantities) {
  public BillableEvent {
    quantities = Map.copyOf(quantities);
  }
}
