package io.usagecollector.local.billing;

import java.util.Map;

/**
 * What a record should come to on the bill.
 *
 * @param customer the external customer id
 * @param name the event name
 * @param key what makes it one event, however often it is sent
 * @param quantities its properties that the service reads as numbers
 */
public record BillableEvent(
    String customer, String name, String key, Map<String, BillableQuantity> quantities) {
  public BillableEvent {
    quantities = Map.copyOf(quantities);
  }
}
