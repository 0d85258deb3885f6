package io.usagecollector.local.dynamodb;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * DynamoDB Local in this JVM, in memory, on 127.0.0.1: its own command listens on every interface,
 * and tells its maker of each start.
 */
public final class TableServer implements AutoCloseable {
  private static final int THREADS = 20;

  private final LocalDynamoDBRequestHandler tables;
  private final Server server;
  private final URI endpoint;

  private TableServer(LocalDynamoDBRequestHandler tables, Server server, URI endpoint) {
    this.tables = tables;
    this.server = server;
    this.endpoint = endpoint;
  }

  public static TableServer start() {
    var tables = new LocalDynamoDBRequestHandler(0, true, null, true, false);
    var threads = new QueuedThreadPool(THREADS, 1);
    threads.setDaemon(true);
    var server = new Server(threads);
    var connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new LocalDynamoDBServerHandler(tables, null));
    try {
      server.start();
    } catch (Exception e) {
      tables.shutdown();
      throw new IllegalStateException("DynamoDB Local did not start", e);
    }
    URI endpoint = URI.create("http://127.0.0.1:" + connector.getLocalPort());
    return new TableServer(tables, server, endpoint);
  }

  /** What {@code AWS_ENDPOINT_URL_DYNAMODB} is set to. */
  public URI endpoint() {
    return endpoint;
  }

  /** Its threads would keep this JVM alive. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local was not stopped", e);
    } finally {
      tables.shutdown();
    }
  }
}
