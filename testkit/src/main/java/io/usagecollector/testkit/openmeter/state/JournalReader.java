package io.usagecollector.testkit.openmeter.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.usagecollector.testkit.openmeter.catalog.Customer;
import io.usagecollector.testkit.openmeter.catalog.Meter;
import io.usagecollector.testkit.openmeter.catalog.Plan;
import io.usagecollector.testkit.openmeter.catalog.Subscription;
import io.usagecollector.testkit.openmeter.usage.StoredEvent;
import java.time.Instant;

/** The journal's lines, as they are written and read back. */
final class JournalReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new Times()))
          .build();

  private final Account account;

  JournalReader(Account account) {
    this.account = account;
  }

  static ObjectNode write(Object document) {
    return MAPPER.valueToTree(document);
  }

  void read(String kind, ObjectNode line) {
    switch (kind) {
      case "event" -> {
        account.events.accept(as(line, StoredEvent.class), Instant.MIN);
        account.events.flushUntil(Instant.MIN);
      }
      case "customer" -> account.customers.restore(as(line, Customer.class));
      case "plan" -> account.plans.restore(as(line, Plan.class));
      case "subscription" -> account.subscriptions.restore(as(line, Subscription.class));
      case "meter" -> account.meters.restore(as(line, Meter.class));
      default ->
          throw new IllegalStateException("the journal has a document of an unknown kind: " + kind);
    }
  }

  private static <T> T as(ObjectNode line, Class<T> type) {
    try {
      return MAPPER.treeToValue(line, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the journal has a line that is no " + type, e);
    }
  }

  private static final class Times extends FromStringDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    Times() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String value, DeserializationContext context) {
      return Instant.parse(value);
    }
  }
}
