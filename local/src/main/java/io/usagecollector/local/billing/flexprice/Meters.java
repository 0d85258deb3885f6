package io.usagecollector.local.billing.flexprice;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.local.billing.Measure;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.flexprice.client.MeterHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The meters of an account, each asked for until it is there. Of one thread. */
final class Meters {
  private final FlexpriceClient client;
  private final Map<String, MeterHandle> known = new HashMap<>();

  Meters(FlexpriceClient client) {
    this.client = client;
  }

  /** The meter of a measure, if billing has it. */
  Optional<MeterHandle> of(Measure measure) {
    if (!known.containsKey(measure.key())) {
      String key = URLEncoder.encode(measure.key(), StandardCharsets.UTF_8);
      JsonNode feature = json("GET", "/v1/features?lookup_key=" + key, "").path("items").path(0);
      if (feature.has("meter_id")) {
        String id = feature.path("meter_id").asText();
        known.put(measure.key(), new MeterHandle(id, draft(measure)));
      }
    }
    return Optional.ofNullable(known.get(measure.key()));
  }

  private static MeterHandle.Draft draft(Measure measure) {
    return measure.counts()
        ? MeterHandle.Draft.count(measure.key(), measure.eventName())
        : MeterHandle.Draft.sum(measure.key(), measure.eventName(), measure.property());
  }

  MeterHandle make(Measure measure) {
    MeterHandle meter = client.createMeter(draft(measure));
    known.put(measure.key(), meter);
    return meter;
  }

  /** An answer of 200, as it stands. */
  JsonNode json(String method, String path, String body) {
    try {
      var calls = client.calls();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      return calls.send(method, path, bytes, calls.headers()).expect(200, method + " " + path);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path + " got no answer: " + e, e);
    }
  }
}
