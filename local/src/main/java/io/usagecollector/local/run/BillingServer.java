package io.usagecollector.local.run;

import io.usagecollector.testkit.flexprice.ApiKey;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.Role;
import io.usagecollector.testkit.flexprice.StandInBuilder;
import io.usagecollector.testkit.flexprice.TrustStore;
import io.usagecollector.testkit.flexprice.client.Access;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The server that bills: the stand-in, started here, or a real one. */
record BillingServer(
    Access access, SSLContext tls, boolean mayProvision, Optional<FlexpriceStandIn> standIn)
    implements AutoCloseable {

  static BillingServer start(SystemSettings settings, LoadedConfig config) {
    return switch (settings.billing()) {
      case BillingSettings.StandIn() -> standIn(settings, config);
      case BillingSettings.Real(Access access, boolean provision) ->
          new BillingServer(access, systemTls(), provision, Optional.empty());
    };
  }

  /** It takes the key that the configuration sends, whatever that is. */
  private static BillingServer standIn(SystemSettings settings, LoadedConfig config) {
    StandInBuilder builder = FlexpriceStandIn.builder().data(settings.data().resolve("flexprice"));
    builder.key(ApiKey.of(StandInBuilder.DEFAULT_KEY, Role.SUPER_ADMIN));
    config.ownApiKey().ifPresent(key -> builder.key(ApiKey.of(key, Role.EVENT_INGESTOR)));
    FlexpriceStandIn standIn = builder.start();
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

  FlexpriceClient client() {
    return new FlexpriceClient(access, tls);
  }

  /** What makes the function's JVM trust the stand-in, and it alone. */
  List<String> trustOptions() {
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
