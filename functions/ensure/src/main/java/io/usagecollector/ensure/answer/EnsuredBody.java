package io.usagecollector.ensure.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import io.usagecollector.core.customer.BillingSubscription;
import io.usagecollector.core.customer.Ensured;
import io.usagecollector.ensure.http.JsonText;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The body that tells of a customer who is there. */
final class EnsuredBody {
  private EnsuredBody() {}

  static String of(Ensured ensured) {
    return JsonText.of(json -> {
      json.writeStartObject();
      json.writeStringField("customerKey", ensured.customer().key().value());
      json.writeStringField("customerId", ensured.customer().id());
      Optional<BillingSubscription> subscription = ensured.subscription();
      field(json, "subscriptionId", subscription.map(BillingSubscription::id).orElse(null));
      field(json, "planKey", subscription.map(BillingSubscription::planKey).orElse(null));
      field(json, "status", subscription.map(BillingSubscription::status).orElse(null));
      created(ensured.created(), json);
      Optional<Instant> unbilled = subscription.flatMap(BillingSubscription::unbilledBefore);
      if (unbilled.isPresent()) {
        json.writeStringField("unbilledBefore", unbilled.get().toString());
      }
      json.writeEndObject();
    });
  }

  /** Null where only the customer is ensured. */
  private static void field(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    json.writeStringField(name, value);
  }

  private static void created(Ensured.Created created, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("created");
    json.writeBooleanField("customer", created.customer());
    json.writeBooleanField("subscription", created.subscription());
    json.writeEndObject();
  }
}
