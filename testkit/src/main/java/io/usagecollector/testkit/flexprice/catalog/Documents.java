package io.usagecollector.testkit.flexprice.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.usagecollector.testkit.store.Ids;
import io.usagecollector.testkit.store.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Makes documents with what every one of the server's answers carries. */
public final class Documents {
  private static final String TENANT = "tenant_stand_in";
  private static final String ENVIRONMENT = "env_stand_in";
  private static final String USER = "user_stand_in";

  private final Clock clock;
  private final Ids ids;

  public Documents(Clock clock, Ids ids) {
    this.clock = clock;
    this.ids = ids;
  }

  /** The environment all documents belong to. */
  public static String environment() {
    return ENVIRONMENT;
  }

  Instant now() {
    return clock.instant();
  }

  String newId(String prefix) {
    return ids.next(prefix);
  }

  ObjectNode create(String prefix) {
    String now = clock.instant().toString();
    return Json.MAPPER
        .createObjectNode()
        .put("id", ids.next(prefix))
        .put("environment_id", ENVIRONMENT)
        .put("tenant_id", TENANT)
        .put("status", "published")
        .put("created_at", now)
        .put("updated_at", now)
        .put("created_by", USER)
        .put("updated_by", USER);
  }

  ObjectNode changed(ObjectNode document) {
    return document.deepCopy().put("updated_at", clock.instant().toString());
  }

  static void putMap(ObjectNode document, String key, Map<String, String> map) {
    ObjectNode object = document.putObject(key);
    map.forEach(object::put);
  }
}
