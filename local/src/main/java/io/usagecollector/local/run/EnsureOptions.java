package io.usagecollector.local.run;

import io.usagecollector.core.customer.identity.OwnerPrefix;
import io.usagecollector.local.UsageException;
import io.usagecollector.local.billing.BillingKind;
import io.usagecollector.local.system.SystemSettings.Customers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether the functions make the customers. */
final class EnsureOptions {
  private static final int FREE = 0;

  @Option(
      names = "--ensure",
      description =
          "Leave customers and subscriptions to the functions (ENSURE=subscription), and serve the"
              + " ensure function as well. OWNER_PREFIX_MODE is passed on.")
  boolean ensure;

  @Option(
      names = "--ensure-port",
      paramLabel = "N",
      description = "With --ensure, serve that function there (default: one that is free).")
  @Nullable Integer port;

  void check(BillingOptions billing) {
    if (!ensure && port != null) {
      throw new UsageException("--ensure-port is where --ensure serves: give --ensure as well");
    }
    if (ensure && billing.kind() != BillingKind.FLEXPRICE) {
      throw new UsageException(
          "--ensure is for Flexprice: leave out --sink " + billing.kind().sink());
    }
    if (port != null && (port < 1 || port > 65_535)) {
      throw new UsageException("--ensure-port is 1 to 65535, not " + port);
    }
    if (ensure && billing.isReal() && !billing.provision) {
      throw new UsageException(
          "--ensure makes a plan, customers and subscriptions at that Flexprice: allow it with"
              + " --provision");
    }
  }

  /** Where the function is served; 0 for a port that is free. */
  int port() {
    return port == null ? FREE : port;
  }

  Customers customers(Map<String, String> environment) {
    return ensure ? new Customers.Ensured(ownerPrefix(environment)) : new Customers.Provisioned();
  }

  private static OwnerPrefix ownerPrefix(Map<String, String> environment) {
    String mode = environment.getOrDefault("OWNER_PREFIX_MODE", "").strip();
    return switch (mode) {
      case "", "literal" -> OwnerPrefix.LITERAL;
      case "strip" -> OwnerPrefix.STRIP;
      default -> throw new UsageException("OWNER_PREFIX_MODE is literal or strip, not " + mode);
    };
  }
}
