package io.usagecollector.local.billing.flexprice;

import io.usagecollector.local.billing.BillingServer;
import io.usagecollector.local.billing.BillingSettings;
import io.usagecollector.testkit.flexprice.FlexpriceStandIn;
import io.usagecollector.testkit.flexprice.StandInOptions;
import io.usagecollector.testkit.flexprice.access.ApiKey;
import io.usagecollector.testkit.flexprice.access.Role;
import io.usagecollector.testkit.flexprice.client.Access;
import io.usagecollector.testkit.flexprice.client.FlexpriceClient;
import io.usagecollector.testkit.tls.TrustStore;
import java.net.URI;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Flexprice: the stand-in, started here, or a real server. */
public record FlexpriceServer(
    Access access, SSLContext tls, boolean mayProvision, Optional<FlexpriceStandIn> standIn)
    implements BillingServer {

  /** Starts the stand-in on what is kept there, which also takes the configuration's own key. */
  public static FlexpriceServer standIn(Path data, Optional<String> ownKey) {
    StandInOptions options = new StandInOptions().data(data.resolve("flexprice"));
    options.key(ApiKey.of(StandInOptions.DEFAULT_KEY, Role.SUPER_ADMIN));
    ownKey.ifPresent(key -> options.key(ApiKey.of(key, Role.EVENT_INGESTOR)));
    FlexpriceStandIn standIn = FlexpriceStandIn.start(options);
    return new FlexpriceServer(
        Access.of(standIn.url(), standIn.apiKey()),
        standIn.clientTls(),
        true,
        Optional.of(standIn));
  }

  public static FlexpriceServer real(BillingSettings.Real real) {
    return new FlexpriceServer(real.access(), systemTls(), real.provision(), Optional.empty());
  }

  private static SSLContext systemTls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no TLS", e);
    }
  }

  @Override
  public URI url() {
    return access.url();
  }

  @Override
  public String apiKey() {
    return access.apiKey();
  }

  @Override
  public Map<String, String> variables() {
    return FlexpriceVariables.of(access.url(), access.apiKey(), access.environmentId());
  }

  @Override
  public List<String> trustOptions() {
    return standIn
        .flatMap(FlexpriceStandIn::trustStore)
        .map(TrustStore::jvmOptions)
        .orElse(List.of());
  }

  @Override
  public boolean hasPast() {
    return standIn.isEmpty();
  }

  @Override
  public FlexpriceAccount account() {
    return new FlexpriceAccount(new FlexpriceClient(access, tls));
  }

  @Override
  public void close() {
    standIn.ifPresent(FlexpriceStandIn::close);
  }
}
