package io.usagecollector.local.run;

import io.usagecollector.local.UsageException;
import io.usagecollector.local.billing.BillingKind;
import io.usagecollector.local.billing.BillingSettings;
import io.usagecollector.testkit.flexprice.client.Access;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the command bills. */
final class BillingOptions {
  @Option(
      names = "--sink",
      paramLabel = "NAME",
      description = "The billing service: flexprice or openmeter (default: ${DEFAULT-VALUE}).")
  String sink = BillingKind.FLEXPRICE.sink();

  @Option(
      names = "--flexprice",
      paramLabel = "URL",
      description =
          "Bill at a real Flexprice: scheme://host[:port], without /v1. Key from"
              + " FLEXPRICE_API_KEY, environment from FLEXPRICE_ENVIRONMENT_ID.")
  @Nullable URI flexprice;

  @Option(
      names = "--provision",
      description = "Make meters, a plan, customers and subscriptions at that Flexprice.")
  boolean provision;

  boolean isReal() {
    return flexprice != null;
  }

  BillingKind kind() {
    return BillingKind.ofSink(sink)
        .orElseThrow(
            () -> new UsageException("--sink is flexprice or openmeter, not \"" + sink + "\""));
  }

  void check() {
    if (kind() != BillingKind.FLEXPRICE && flexprice != null) {
      throw new UsageException("--flexprice bills at Flexprice: leave out --sink " + sink);
    }
    if (provision && flexprice == null) {
      throw new UsageException(
          "--provision is for a real server, with --flexprice URL; the stand-in always is");
    }
  }

  /** For a person. */
  String name() {
    return flexprice == null ? "a stand-in for " + kind().title() : "the way to " + flexprice;
  }

  BillingSettings settings(Map<String, String> environment) {
    if (flexprice == null) {
      return switch (kind()) {
        case FLEXPRICE -> new BillingSettings.StandIn();
        case OPENMETER -> new BillingSettings.OpenMeter();
      };
    }
    String key = environment.getOrDefault("FLEXPRICE_API_KEY", "");
    if (key.isBlank()) {
      throw new UsageException("--flexprice needs the key: set FLEXPRICE_API_KEY");
    }
    Optional<String> id =
        Optional.ofNullable(environment.get("FLEXPRICE_ENVIRONMENT_ID"))
            .filter(value -> !value.isBlank());
    try {
      return new BillingSettings.Real(new Access(flexprice, key, id), provision);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
