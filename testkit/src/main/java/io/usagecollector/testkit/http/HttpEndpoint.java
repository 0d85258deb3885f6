package io.usagecollector.testkit.http;

import io.usagecollector.testkit.tls.RunAuthority;
import io.usagecollector.testkit.tls.TrustStore;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty on 127.0.0.1, with or without TLS. */
public final class HttpEndpoint implements AutoCloseable {
  private static final Duration IDLE = Duration.ofMinutes(5);

  private final Server server;
  private final ServerConnector connector;
  private final AnswerWriter delivery;
  private final Optional<RunAuthority> authority;
  private final Optional<TrustStore> trustStore;

  private HttpEndpoint(
      Server server,
      ServerConnector connector,
      AnswerWriter delivery,
      Optional<RunAuthority> authority,
      Optional<TrustStore> trustStore) {
    this.server = server;
    this.connector = connector;
    this.delivery = delivery;
    this.authority = authority;
    this.trustStore = trustStore;
  }

  /** Starts a service; the port is bound when this returns. Port 0 takes a free one. */
  public static HttpEndpoint start(int port, boolean tls, Service service) {
    // Real certificates: their times must suit the JVMs that check them, whatever the clock says.
    Optional<RunAuthority> authority =
        tls ? Optional.of(RunAuthority.create(Instant.now())) : Optional.empty();
    Optional<TrustStore> trustStore =
        authority.map(made -> TrustStore.write(made, service.name() + "-stand-in-"));
    AnswerWriter delivery = new AnswerWriter();
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName(service.name() + "-stand-in");
    threads.setDaemon(true);
    Server server = new Server(threads);
    server.setStopTimeout(0);
    server.setHandler(new StandInHandler(service, delivery));
    ServerConnector connector = new ServerConnector(server, factories(authority));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    server.addConnector(connector);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the stand-in cannot listen on 127.0.0.1:" + port, e);
    }
    return new HttpEndpoint(server, connector, delivery, authority, trustStore);
  }

  public int port() {
    return connector.getLocalPort();
  }

  /** {@code scheme://127.0.0.1:port}. */
  public URI url() {
    return URI.create((authority.isPresent() ? "https" : "http") + "://127.0.0.1:" + port());
  }

  /** For child JVMs; empty without TLS. */
  public Optional<TrustStore> trustStore() {
    return trustStore;
  }

  /** For clients in this JVM: trusts this address, or is the default context without TLS. */
  public SSLContext clientTls() {
    return authority.map(RunAuthority::clientContext).orElseGet(HttpEndpoint::defaultTls);
  }

  /** Stops at once; requests that wait get no answer. */
  @Override
  public void close() {
    delivery.stop();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the stand-in does not stop", e);
    }
    trustStore.ifPresent(TrustStore::delete);
  }

  private static SSLContext defaultTls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no TLS", e);
    }
  }

  private static ConnectionFactory[] factories(Optional<RunAuthority> tls) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setHeaderCacheCaseSensitive(true); // else "bearer x" seen once turns "Bearer x" into it
    http.setUriCompliance(UriCompliance.UNSAFE); // %2F in a path is routed, not refused
    if (tls.isEmpty()) {
      return new ConnectionFactory[] {new HttpConnectionFactory(http)};
    }
    http.addCustomizer(new SecureRequestCustomizer(false)); // clients call 127.0.0.1: no SNI
    SslContextFactory.Server context = new SslContextFactory.Server();
    context.setKeyStore(tls.get().serverKeys());
    context.setKeyStorePassword(RunAuthority.TRUST_STORE_PASSWORD);
    return new ConnectionFactory[] {
      new SslConnectionFactory(context, "http/1.1"), new HttpConnectionFactory(http)
    };
  }
}
