package io.usagecollector.cli.diff;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import io.usagecollector.core.event.UsageEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A field of an event that is another under the new mapping.
 *
 * @param path {@code properties.model}
 * @param before what it was; empty if it was not there
 * @param after what it is; empty if it is gone
 * @param breaking whether the event is another one to the billing service
 */
record FieldChange(String path, Optional<Value> before, Optional<Value> after, boolean breaking) {
  /** What a billing service tells a repeat by, whom it bills, and which meters it asks. */
  private static final Set<String> OF_FLEXPRICE =
      Set.of("event_id", "timestamp", "external_customer_id", "event_name");

  private static final Set<String> OF_CLOUD_EVENTS =
      Set.of("id", "source", "time", "subject", "type");

  static List<FieldChange> between(UsageEvent before, UsageEvent after) {
    Value old = document(before);
    Value now = document(after);
    List<FieldChange> changes = new ArrayList<>();
    boolean cloudEvent = isCloudEvent(old) || isCloudEvent(now);
    compare("", Optional.of(old), Optional.of(now), identity(cloudEvent), changes);
    return changes;
  }

  private static boolean isCloudEvent(Value document) {
    return document instanceof Obj event && event.get("specversion") != null;
  }

  private static Set<String> identity(boolean cloudEvent) {
    return cloudEvent ? OF_CLOUD_EVENTS : OF_FLEXPRICE;
  }

  private static Value document(UsageEvent event) {
    return Json.read(event.json());
  }

  private static void compare(
      String path,
      Optional<Value> before,
      Optional<Value> after,
      Set<String> identity,
      List<FieldChange> changes) {
    if (before.orElse(null) instanceof Obj old && after.orElse(null) instanceof Obj now) {
      var keys = new TreeSet<String>();
      old.keys().forEach(key -> keys.add(key.toString()));
      now.keys().forEach(key -> keys.add(key.toString()));
      keys.forEach(key ->
          compare(
              path.isEmpty() ? key : path + "." + key,
              Optional.ofNullable(old.get(key)),
              Optional.ofNullable(now.get(key)),
              identity,
              changes));
    } else if (!same(before, after)) {
      changes.add(new FieldChange(path, before, after, identity.contains(path)));
    }
  }

  private static boolean same(Optional<Value> before, Optional<Value> after) {
    return before.isPresent() == after.isPresent()
        && Arrays.equals(before.map(Json::bytes).orElse(null), after.map(Json::bytes).orElse(null));
  }

  MapObj json() {
    MapObj change =
        new MapObj().put(Str.of("path"), Str.of(path)).put(Str.of("breaking"), Bool.of(breaking));
    before.ifPresent(value -> change.put(Str.of("old"), value));
    after.ifPresent(value -> change.put(Str.of("new"), value));
    return change;
  }
}
