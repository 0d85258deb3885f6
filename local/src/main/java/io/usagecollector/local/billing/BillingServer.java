package io.usagecollector.local.billing;

import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import io.usagecollector.testkit.flexprice.access.ApiKey;
import io.usagecollector.testkit.flexprice.access.Role;
import io.usagecollector.testkit.flexprice.client.Access;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.tls.TrustStore;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The server that bills: the stand-in, started here, or a real one. */
public record BillingServer(
    Access access, SSLContext tls, boolean mayProvision, Optional<FlexpriceStandIn> standIn)
    implements AutoCloseable {

  /** Starts the stand-in on what is kept there, which also takes the configuration's own key. */
  public static BillingServer start(BillingSettings settings, Path data, Optional<String> ownKey) {
    return switch (settings) {
      case BillingSettings.StandIn() -> standIn(data, ownKey);
      case BillingSettings.Real(Access access, boolean provision) ->
          new BillingServer(access, systemTls(), provision, Optional.empty());
    };
  }

  /** It takes the key that the configuration sends, whatever that is. */
  private static BillingServer standIn(Path data, Optional<String> ownKey) {
    StandInOptions options = new StandInOptions().data(data.resolve("flexprice"));
    options.key(ApiKey.of(StandInOptions.DEFAULT_KEY, Role.SUPER_ADMIN));
    ownKey.ifPresent(key -> options.key(ApiKey.of(key, Role.EVENT_INGESTOR)));
    FlexpriceStandIn standIn = FlexpriceStandIn.start(options);
    return new BillingServer(
        Access.of(standIn.url(), standIn.apiKey()),
        standIn.clientTls(),
        true,
        Optional.of(standIn));
  }

  private static SSLContext systemTls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no TLS", e);
    }
  }

  public FlexpriceClient client() {
    return new FlexpriceClient(access, tls);
  }

  /** What makes the function's JVM trust the stand-in, and it alone. */
  public List<String> trustOptions() {
    return standIn
        .flatMap(FlexpriceStandIn::trustStore)
        .map(TrustStore::jvmOptions)
        .orElse(List.of());
  }

  @Override
  public void close() {
    standIn.ifPresent(FlexpriceStandIn::close);
  }
}
