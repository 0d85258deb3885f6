package io.usagecollector.local.billing.openmeter;

import io.usagecollector.local.billing.BillingServer;
import io.usagecollector.testkit.openmeter.OpenMeterOptions;
import io.usagecollector.testkit.openmeter.OpenMeterStandIn;
import io.usagecollector.testkit.openmeter.access.TokenRole;
import io.usagecollector.testkit.openmeter.client.OpenMeterAccess;
import io.usagecollector.testkit.openmeter.client.OpenMeterClient;
import io.usagecollector.testkit.tls.TrustStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** OpenMeter's stand-in, started here. */
public record OpenMeterServer(OpenMeterStandIn standIn) implements BillingServer {

  /** Starts it on what is kept there; it also takes the configuration's own token. */
  public static OpenMeterServer start(Path data, Optional<String> ownToken) {
    OpenMeterOptions options = new OpenMeterOptions().data(data.resolve("openmeter"));
    options.token(OpenMeterOptions.DEFAULT_TOKEN, TokenRole.ADMIN);
    ownToken.ifPresent(token -> options.token(token, TokenRole.ADMIN));
    return new OpenMeterServer(OpenMeterStandIn.start(options));
  }

  @Override
  public URI url() {
    return standIn.url();
  }

  @Override
  public String apiKey() {
    return standIn.token();
  }

  @Override
  public Map<String, String> variables() {
    return OpenMeterVariables.of(standIn.url(), standIn.token());
  }

  @Override
  public SSLContext tls() {
    return standIn.clientTls();
  }

  @Override
  public List<String> trustOptions() {
    return standIn.trustStore().map(TrustStore::jvmOptions).orElse(List.of());
  }

  @Override
  public boolean mayProvision() {
    return true;
  }

  @Override
  public boolean hasPast() {
    return false;
  }

  @Override
  public OpenMeterAccount account() {
    var access = OpenMeterAccess.selfHosted(standIn.url(), Optional.of(standIn.token()));
    return new OpenMeterAccount(new OpenMeterClient(access, tls()));
  }

  @Override
  public void close() {
    standIn.close();
  }
}
