package io.usagecollector.local.system;

import io.usagecollector.local.dynamodb.TableServer;
import io.usagecollector.local.kafka.Broker;
import io.usagecollector.local.sqs.QueueServer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The broker, the queues and the tables: what outlives a system, and several may share. */
public record Infrastructure(Broker broker, QueueServer queues, TableServer tables)
    implements AutoCloseable {
  /** Starts all of them on what the directory keeps; tables are in memory. */
  public static Infrastructure start(Path data) {
    CompletableFuture<Broker> broker = async(() -> Broker.start(data.resolve("kafka")));
    CompletableFuture<QueueServer> queues =
        async(() -> QueueServer.start(Optional.of(data.resolve("sqs"))));
    CompletableFuture<TableServer> tables = async(TableServer::start);
    return new Infrastructure(broker.join(), queues.join(), tables.join());
  }

  static <T> CompletableFuture<T> async(Supplier<T> start) {
    return CompletableFuture.supplyAsync(start, task -> Thread.ofPlatform().start(task));
  }

  @Override
  public void close() {
    tables.close();
    queues.close();
    broker.close();
  }
}
