package io.usagecollector.testkit.openmeter.catalog;

import io.usagecollector.testkit.openmeter.problem.Problem;
import io.usagecollector.testkit.openmeter.problem.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The meters. Not thread-safe: its owner holds one lock. */
public final class Meters {
  private final Map<String, Meter> byId = new LinkedHashMap<>();
  private final Origin origin;

  public Meters(Origin origin) {
    this.origin = origin;
  }

  public Meter create(Meter.Draft draft) {
    if (all().stream().anyMatch(meter -> meter.key().equals(draft.key()))) {
      throw new Refused(
          Problem.conflict("meter with the same slug already exists: " + draft.key()));
    }
    return put(
        new Meter(
            origin.newId(),
            draft.key(),
            draft.name(),
            draft.eventType(),
            draft.aggregation(),
            draft.valueProperty(),
            draft.dimensions(),
            origin.now(),
            null));
  }

  public Meter byIdOrKey(String idOrKey) {
    return all().stream()
        .filter(meter -> meter.id().equals(idOrKey) || meter.key().equals(idOrKey))
        .findFirst()
        .orElseThrow(() -> new Refused(Problem.notFound("meter not found: " + idOrKey)));
  }

  /** Those that are not deleted, in the order they were made. */
  public List<Meter> all() {
    return byId.values().stream().filter(meter -> !meter.isDeleted()).toList();
  }

  public void delete(String idOrKey) {
    put(byIdOrKey(idOrKey).deleted(origin.now()));
  }

  /** Keeps one that came from the journal. */
  public void restore(Meter meter) {
    byId.put(meter.id(), meter);
  }

  private Meter put(Meter meter) {
    restore(meter);
    origin.keep("meter", meter);
    return meter;
  }
}
