package io.usagecollector.local.census;

import com.fasterxml.jackson.databind.JsonNode;
import io.usagecollector.core.event.UsageEvent;
import io.usagecollector.local.billing.BillableEvent;
import io.usagecollector.local.billing.BillableQuantity;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What OpenMeter meters: an event of a source and an id once, and of its data the numbers, and the
 * texts that are read as one, as 64-bit floats.
 */
public final class OpenMeterReading implements EventReading {
  private static final Pattern TEXT =
      Pattern.compile("[+-]?(?:[0-9]+(?:[.][0-9]*)?|[.][0-9]+)(?:[eE][+-]?[0-9]+)?");

  /** What a meter's path can name as it stands. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");

  @Override
  public BillableEvent read(UsageEvent event) {
    JsonNode sent = SentJson.of(event);
    Map<String, BillableQuantity> quantities =
        SentJson.quantities(sent.path("data"), OpenMeterReading::quantity);
    quantities.keySet().removeIf(name -> !NAME.matcher(name).matches());
    return new BillableEvent(
        event.externalCustomerId(),
        event.eventName(),
        sent.path("id").asText() + " " + sent.path("source").asText(),
        quantities);
  }

  /** The quantity of a member of data; nothing if the service reads none in it. */
  static Optional<BillableQuantity> quantity(JsonNode member) {
    boolean counts =
        member.isNumber() || (member.isTextual() && TEXT.matcher(member.textValue()).matches());
    double read = counts ? Double.parseDouble(member.asText()) : Double.NaN;
    if (!Double.isFinite(read)) {
      return Optional.empty();
    }
    BigDecimal written = read == 0 ? BigDecimal.ZERO : new BigDecimal(member.asText());
    return Optional.of(BillableQuantity.asFloat(written, read));
  }
}
