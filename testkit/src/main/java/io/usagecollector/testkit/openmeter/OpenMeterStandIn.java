package io.usagecollector.testkit.openmeter;

import io.usagecollector.testkit.fault.FaultSchedule;
import io.usagecollector.testkit.http.HttpEndpoint;
import io.usagecollector.testkit.http.Service;
import io.usagecollector.testkit.openmeter.access.Tokens;
import io.usagecollector.testkit.openmeter.fault.IngestFaults;
import io.usagecollector.testkit.openmeter.ingest.EventBodies;
import io.usagecollector.testkit.openmeter.routes.DatabaseRoutes;
import io.usagecollector.testkit.openmeter.routes.Ingest;
import io.usagecollector.testkit.openmeter.routes.OpenMeterRouter;
import io.usagecollector.testkit.openmeter.routes.v1.V1Routes;
import io.usagecollector.testkit.openmeter.routes.v3.V3Routes;
import io.usagecollector.testkit.openmeter.schema.Dialect;
import io.usagecollector.testkit.openmeter.state.Account;
import io.usagecollector.testkit.openmeter.state.Connections;
import io.usagecollector.testkit.record.Requests;
import io.usagecollector.testkit.store.Ids;
import io.usagecollector.testkit.store.Journal;
import io.usagecollector.testkit.tls.TrustStore;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The OpenMeter API on 127.0.0.1, over HTTP/1.1 and TLS, as the real server behaves
 * (openmeterio/openmeter 7e57a39) as far as the collector can see it: {@code /api/v1} and {@code
 * /api/v3/openmeter} for everybody, {@code /v3/openmeter} for Konnect's tokens, all on the same
 * data. What the real server can do and this one cannot is answered 501, never guessed.
 */
public final class OpenMeterStandIn implements AutoCloseable {
  private static final int MOST_BODY_BYTES = 64 << 20;

  private final FaultSchedule faults;
  private final IngestFaults ingestFaults = new IngestFaults();
  private final Requests requests = new Requests(OpenMeterRouter::bringsEvents);
  private final Tokens tokens = new Tokens();
  private final String token;
  private final Account account;
  private final Connections connections;
  private final HttpEndpoint endpoint;

  /** Starts one with every default: TLS, a free port, a token that may do everything. */
  public static OpenMeterStandIn start() {
    return start(new OpenMeterOptions());
  }

  /** Starts one; the port is bound when this returns. */
  public static OpenMeterStandIn start(OpenMeterOptions options) {
    return new OpenMeterStandIn(options);
  }

  private OpenMeterStandIn(OpenMeterOptions options) {
    faults = new FaultSchedule(options.clock, OpenMeterRouter::bringsEvents);
    options.tokens().forEach(tokens::add);
    token = options.tokens().keySet().iterator().next();
    Ids ids = new Ids(options.clock, options.random);
    account =
        new Account(
            options.clock,
            ids,
            options.storingDelay,
            options.dedupes,
            options.data().map(directory -> new Journal(directory, "openmeter.journal")));
    connections = new Connections(options.connections, options.subscribing);
    DatabaseRoutes database = new DatabaseRoutes(account, connections);
    OpenMeterRouter router =
        new OpenMeterRouter(
            V1Routes.of(database, new Ingest(account, ingestFaults, Dialect.V1)),
            V3Routes.of(database, new Ingest(account, ingestFaults, Dialect.V3)),
            tokens,
            ids);
    Service service =
        new Service(
            "openmeter",
            router,
            faults,
            requests,
            call -> OpenMeterRouter.bringsEvents(call.line()) ? EventBodies.count(call) : 0,
            ids,
            options.clock,
            options.keepBodies,
            MOST_BODY_BYTES);
    endpoint = HttpEndpoint.start(options.port, options.tls, service);
  }

  /** {@code scheme://127.0.0.1:port}, without a path. */
  public URI url() {
    return endpoint.url();
  }

  /** What a self-hosted server's users know as its URL. */
  public URI v1() {
    return URI.create(url() + "/api/v1");
  }

  /** A self-hosted server's v3. */
  public URI v3() {
    return URI.create(url() + "/api/v3/openmeter");
  }

  /** Konnect's v3, which asks for a token. */
  public URI konnect() {
    return URI.create(url() + "/v3/openmeter");
  }

  public int port() {
    return endpoint.port();
  }

  /** The first accepted token. */
  public String token() {
    return token;
  }

  /** For child JVMs; empty without TLS. */
  public Optional<TrustStore> trustStore() {
    return endpoint.trustStore();
  }

  /** For clients in this JVM: trusts this stand-in, or is the default context without TLS. */
  public SSLContext clientTls() {
    return endpoint.clientTls();
  }

  /** What it is to do wrong. */
  public FaultSchedule faults() {
    return faults;
  }

  /** What is to go wrong on the way to the store. */
  public IngestFaults ingestFaults() {
    return ingestFaults;
  }

  /** What it was asked. */
  public Requests requests() {
    return requests;
  }

  /** Who may ask at Konnect's address. */
  public Tokens tokens() {
    return tokens;
  }

  /** What it knows, to look into and to set up without a request. */
  public Books books() {
    return new Books(account, connections);
  }

  /** Stops at once; requests that wait get no answer. */
  @Override
  public void close() {
    connections.stop();
    endpoint.close();
    account.close();
  }
}
