package io.usagecollector.local.kafka;

import io.usagecollector.local.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real KRaft broker in this JVM, on 127.0.0.1. Its directory outlives it: topics, offsets,
 * cluster id.
 */
public final class Broker implements AutoCloseable {
  private static final int NODE = 1;

  private final KafkaRaftServer server;
  private final String bootstrapServers;
  private final String clusterId;

  private Broker(KafkaRaftServer server, String bootstrapServers, String clusterId) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
    this.clusterId = clusterId;
  }

  /** Starts on what the directory holds; an empty one becomes a new cluster. */
  public static Broker start(Path directory) {
    String clusterId = clusterIdOf(directory);
    int port = FreePort.pick();
    var server = new KafkaRaftServer(new KafkaConfig(properties(directory, port)), Time.SYSTEM);
    server.startup();
    return new Broker(server, "127.0.0.1:" + port, clusterId);
  }

  private static Properties properties(Path directory, int port) {
    int controller = FreePort.pick();
    var properties = new Properties();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", NODE);
    properties.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controller);
    properties.put(
        "listeners",
        "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controller));
    properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
    properties.put("controller.listener.names", "CONTROLLER");
    properties.put("inter.broker.listener.name", "PLAINTEXT");
    properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    properties.put("log.dirs", directory.toString());
    // One node: every internal topic has one replica. Kept topics must not age away between runs.
    properties.put("offsets.topic.replication.factor", "1");
    properties.put("offsets.topic.num.partitions", 1);
    properties.put("transaction.state.log.replication.factor", "1");
    properties.put("transaction.state.log.min.isr", 1);
    properties.put("log.retention.ms", "-1");
    properties.put("auto.create.topics.enable", false);
    // Values that no invocation can carry must get into the topic, to show what becomes of them.
    properties.put("message.max.bytes", ByteLimits.RECORD);
    return properties;
  }

  private static String clusterIdOf(Path directory) {
    Path meta = directory.resolve("meta.properties");
    if (!Files.exists(meta)) {
      format(directory);
    }
    var properties = new Properties();
    try (var in = Files.newInputStream(meta)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + meta, e);
    }
    return properties.getProperty("cluster.id");
  }

  private static void format(Path directory) {
    try {
      Files.createDirectories(directory);
      new Formatter()
          .setPrintStream(new java.io.PrintStream(java.io.OutputStream.nullOutputStream(), false))
          .setClusterId(Uuid.randomUuid().toString())
          .setNodeId(NODE)
          .setControllerListenerName("CONTROLLER")
          .setMetadataLogDirectory(directory.toString())
          .addDirectory(directory.toString())
          .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
          .run();
    } catch (Exception e) {
      throw new IllegalStateException("cannot make a Kafka data directory of " + directory, e);
    }
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Kept in the directory; the local stream id is made of it. */
  public String clusterId() {
    return clusterId;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
