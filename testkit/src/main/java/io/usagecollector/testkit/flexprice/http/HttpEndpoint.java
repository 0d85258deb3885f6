package io.usagecollector.testkit.flexprice.http;

import io.usagecollector.testkit.tls.RunAuthority;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
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

  private HttpEndpoint(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  public static HttpEndpoint start(int port, Optional<RunAuthority> tls, Handler handler) {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("flexprice-stand-in");
    threads.setDaemon(true);
    Server server = new Server(threads);
    server.setStopTimeout(0);
    server.setHandler(handler);
    ServerConnector connector = new ServerConnector(server, factories(tls));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setIdleTimeout(IDLE.toMillis());
    server.addConnector(connector);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the stand-in cannot listen on 127.0.0.1:" + port, e);
    }
    return new HttpEndpoint(server, connector);
  }

  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the stand-in does not stop", e);
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
