package io.usagecollector.testkit.flexprice;

import io.usagecollector.testkit.fault.FaultSchedule;
import io.usagecollector.testkit.flexprice.access.ApiKeys;
import io.usagecollector.testkit.flexprice.http.Gate;
import io.usagecollector.testkit.flexprice.http.Router;
import io.usagecollector.testkit.flexprice.routes.CatalogRoutes;
import io.usagecollector.testkit.flexprice.routes.EventRoutes;
import io.usagecollector.testkit.flexprice.routes.IngestRoutes;
import io.usagecollector.testkit.flexprice.routes.MeterUsageRoute;
import io.usagecollector.testkit.flexprice.routes.SubscriptionRoutes;
import io.usagecollector.testkit.flexprice.routes.SubscriptionUsageRoute;
import io.usagecollector.testkit.flexprice.state.AccountState;
import io.usagecollector.testkit.http.HttpEndpoint;
import io.usagecollector.testkit.http.Route;
import io.usagecollector.testkit.http.Service;
import io.usagecollector.testkit.record.Requests;
import io.usagecollector.testkit.store.Ids;
import io.usagecollector.testkit.store.Journal;
import io.usagecollector.testkit.tls.TrustStore;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The Flexprice API on 127.0.0.1, over HTTP/1.1 and TLS, as the real server behaves
 * (flexprice/flexprice e4b5303) as far as the collector can see it. What the real server can do and
 * this one cannot is answered 501 {@code not_implemented}, never guessed.
 */
public final class FlexpriceStandIn implements AutoCloseable {
  private final FaultSchedule faults;
  private final Requests requests = new Requests(IngestRoutes::bringsEvents);
  private final ApiKeys keys;
  private final String apiKey;
  private final AccountState world;
  private final HttpEndpoint endpoint;

  /** Starts one with every default: TLS, a free port, a key that may do everything. */
  public static FlexpriceStandIn start() {
    return start(new StandInOptions());
  }

  /** Starts one; the port is bound when this returns. */
  public static FlexpriceStandIn start(StandInOptions options) {
    return new FlexpriceStandIn(options);
  }

  private FlexpriceStandIn(StandInOptions options) {
    faults = new FaultSchedule(options.clock, IngestRoutes::bringsEvents);
    keys = new ApiKeys(options.clock);
    options.keys().forEach(keys::add);
    apiKey = options.keys().getFirst().value();
    Ids ids = new Ids(options.clock, options.random);
    world =
        new AccountState(
            options.clock,
            ids,
            options.processingDelay,
            options.replicaLag,
            options.data().map(directory -> new Journal(directory, "flexprice.journal")));
    Service service =
        new Service(
            "flexprice",
            new Router(routes(options.atomicBulk), new Gate(keys)),
            faults,
            requests,
            IngestRoutes::count,
            ids,
            options.clock,
            options.keepBodies,
            IngestRoutes.MOST_BODY_BYTES);
    endpoint = HttpEndpoint.start(options.port, options.tls, service);
  }

  private List<Route> routes(boolean atomicBulk) {
    List<Route> routes = new ArrayList<>(new IngestRoutes(world, atomicBulk).routes());
    routes.addAll(new MeterUsageRoute(world).routes());
    routes.addAll(new EventRoutes(world).routes());
    routes.addAll(new SubscriptionUsageRoute(world).routes());
    routes.addAll(new CatalogRoutes(world).routes());
    routes.addAll(new SubscriptionRoutes(world).routes());
    return routes;
  }

  /** {@code scheme://127.0.0.1:port}, without {@code /v1}. */
  public URI url() {
    return endpoint.url();
  }

  public int port() {
    return endpoint.port();
  }

  /** The first accepted key. */
  public String apiKey() {
    return apiKey;
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

  /** What it was asked. */
  public Requests requests() {
    return requests;
  }

  /** Who may ask. */
  public ApiKeys keys() {
    return keys;
  }

  /** Stops at once; requests that wait get no answer. */
  @Override
  public void close() {
    endpoint.close();
    world.close();
  }
}
