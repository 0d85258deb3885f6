package io.usagecollector.testkit.openmeter.usage;

import io.usagecollector.testkit.openmeter.catalog.Customer;
import io.usagecollector.testkit.openmeter.catalog.Customers;
import io.usagecollector.testkit.openmeter.catalog.Meter;
import io.usagecollector.testkit.openmeter.catalog.Meters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An event as a list shows it, with what is found wrong with it while it is read.
 *
 * @param customer whose it is by now
 */
public record ReadEvent(StoredEvent event, Optional<Customer> customer, List<String> faults) {

  public static ReadEvent of(StoredEvent event, Meters meters, Customers customers) {
    List<String> faults = new ArrayList<>();
    List<Meter> counting =
        meters.all().stream().filter(m -> m.eventType().equals(event.type())).toList();
    counting.forEach(meter -> MeterValue.fault(meter, event).ifPresent(faults::add));
    if (counting.isEmpty()) {
      faults.add("no meter found for event type: " + event.type());
    }
    Optional<Customer> customer = customers.ofSubject(event.subject());
    if (customer.isEmpty()) {
      faults.add("no customer found for event subject: " + event.subject());
    }
    return new ReadEvent(event, customer, faults);
  }
}
