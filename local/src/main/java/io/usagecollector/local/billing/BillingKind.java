package io.usagecollector.local.billing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The services that a local system can bill at. */
public enum BillingKind {
  FLEXPRICE("Flexprice"),
  OPENMETER("OpenMeter");

  private final String title;

  BillingKind(String title) {
    this.title = title;
  }

  /** For a person. */
  public String title() {
    return title;
  }

  /** As a command and a configuration's output name it. */
  public String sink() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<BillingKind> ofSink(String sink) {
    return Stream.of(values()).filter(kind -> kind.sink().equals(sink)).findFirst();
  }
}
