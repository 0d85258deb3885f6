package io.usagecollector.testkit.flexprice;

import io.usagecollector.testkit.flexprice.access.ApiKeys;
import io.usagecollector.testkit.flexprice.catalog.Ids;
import io.usagecollector.testkit.flexprice.fault.FaultSchedule;
import io.usagecollector.testkit.flexprice.http.Gate;
import io.usagecollector.testkit.flexprice.http.HttpEndpoint;
import io.usagecollector.testkit.flexprice.http.Route;
import io.usagecollector.testkit.flexprice.http.Router;
import io.usagecollector.testkit.flexprice.http.TrustStore;
import io.usagecollector.testkit.flexprice.record.Requests;
import io.usagecollector.testkit.flexprice.routes.CatalogRoutes;
import io.usagecollector.testkit.flexprice.routes.EventRoutes;
import io.usagecollector.testkit.flexprice.routes.IngestRoutes;
import io.usagecollector.testkit.flexprice.routes.MeterUsageRoute;
import io.usagecollector.testkit.flexprice.routes.SubscriptionUsageRoute;
import io.usagecollector.testkit.flexprice.state.AccountState;
import io.usagecollector.testkit.flexprice.state.Journal;
import io.usagecollector.testkit.tls.RunAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
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
  private final Requests requests = new Requests();
  private final ApiKeys keys;
  private final String apiKey;
  private final AccountState world;
  private final AnswerWriter delivery = new AnswerWriter();
  private final Optional<RunAuthority> authority;
  private final Optional<TrustStore> trustStore;
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
    faults = new FaultSchedule(options.clock);
    keys = new ApiKeys(options.clock);
    options.keys().forEach(keys::add);
    apiKey = options.keys().getFirst().value();
    Ids ids = new Ids(options.clock, options.random);
    world =
        new AccountState(
            options.clock, ids, options.processingDelay, options.data().map(Journal::new));
    // Real certificates: their times must suit the JVMs that check them, whatever the clock says.
    authority = options.tls ? Optional.of(RunAuthority.create(Instant.now())) : Optional.empty();
    trustStore = authority.map(FlexpriceStandIn::writeTrustStore);
    StandInHandler handler =
        new StandInHandler(
            new Router(routes(options.atomicBulk), new Gate(keys)),
            faults,
            requests,
            ids,
            options.clock,
            options.keepBodies,
            delivery);
    endpoint = HttpEndpoint.start(options.port, authority, handler);
  }

  private List<Route> routes(boolean atomicBulk) {
    List<Route> routes = new ArrayList<>(new IngestRoutes(world, atomicBulk).routes());
    routes.addAll(new MeterUsageRoute(world).routes());
    routes.addAll(new EventRoutes(world).routes());
    routes.addAll(new SubscriptionUsageRoute(world).routes());
    routes.addAll(new CatalogRoutes(world).routes());
    return routes;
  }

  /** {@code scheme://127.0.0.1:port}, without {@code /v1}. */
  public URI url() {
    return URI.create((authority.isPresent() ? "https" : "http") + "://127.0.0.1:" + port());
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
    return trustStore;
  }

  /** For clients in this JVM: trusts this stand-in, or is the default context without TLS. */
  public SSLContext clientTls() {
    return authority.map(RunAuthority::clientContext).orElseGet(FlexpriceStandIn::defaultTls);
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
    delivery.stop();
    endpoint.close();
    world.close();
    trustStore.ifPresent(store -> delete(store.path()));
  }

  private static TrustStore writeTrustStore(RunAuthority authority) {
    try {
      Path file = Files.createTempFile("flexprice-stand-in-", ".p12");
      authority.writeTrustStore(file);
      file.toFile().deleteOnExit();
      return new TrustStore(file, RunAuthority.TRUST_STORE_PASSWORD);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a file for the trust store", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }

  private static SSLContext defaultTls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no TLS", e);
    }
  }
}
