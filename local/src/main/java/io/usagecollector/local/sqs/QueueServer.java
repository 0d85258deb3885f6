package io.usagecollector.local.sqs;

import io.usagecollector.local.FreePort;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.collection.immutable.List$;
import scala.util.Either;

/** ElasticMQ in this JVM, on 127.0.0.1. With a directory, queues and letters outlive it (in H2). */
public final class QueueServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(30);

  private final ActorSystem actors;
  private final SQSRestServer server;
  private final URI endpoint;

  private QueueServer(ActorSystem actors, SQSRestServer server, URI endpoint) {
    this.actors = actors;
    this.server = server;
    this.endpoint = endpoint;
  }

  /** Queues in memory, or in the directory if one is given. */
  public static QueueServer start(Optional<Path> directory) {
    int port = FreePort.pick();
    // The loader that knows the reference.conf files, whatever thread this is started from.
    ActorSystem actors = ActorSystem.create("elasticmq", null, QueueServer.class.getClassLoader());
    Option<ActorRef> store =
        directory.map(d -> Option.apply(store(actors, d))).orElseGet(Option::empty);
    ActorRef queues = actors.actorOf(Props.create(QueueManagerActor.class, () -> manager(store)));
    SQSRestServer server = builder(store, actors, queues, port).start();
    server.waitUntilStarted();
    if (store.isDefined()) {
      restore(store.get(), queues);
    }
    return new QueueServer(actors, server, URI.create("http://127.0.0.1:" + port));
  }

  private static ActorRef store(ActorSystem actors, Path directory) {
    String uri = "jdbc:h2:file:" + directory.resolve("queues").toAbsolutePath();
    var config = new SqlQueuePersistenceConfig(true, "org.h2.Driver", uri, "", "", false);
    return actors.actorOf(
        Props.create(
            SqlQueuePersistenceActor.class,
            () -> new SqlQueuePersistenceActor(config, List$.MODULE$.empty())));
  }

  private static QueueManagerActor manager(Option<ActorRef> store) {
    return new QueueManagerActor(new NowProvider(), StrictSQSLimits$.MODULE$, store);
  }

  private static TheSQSRestServerBuilder builder(
      Option<ActorRef> store, ActorSystem actors, ActorRef queues, int port) {
    TheSQSRestServerBuilder builder =
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withPort(port)
            .withServerAddress(new NodeAddress("http", "127.0.0.1", port, ""))
            .withActorSystem(actors)
            .withQueueManagerActor(queues);
    return store.isDefined() ? builder.withQueueEventListener(store.get()) : builder;
  }

  private static void restore(ActorRef store, ActorRef queues) {
    try {
      var answer =
          Patterns.ask(store, new QueueEvent.Restore(queues), START)
              .toCompletableFuture()
              .get(START.toSeconds(), TimeUnit.SECONDS);
      if (answer instanceof Either<?, ?> either && either.isLeft()) {
        throw new IllegalStateException("the kept queues were not restored: " + either);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while restoring the queues", e);
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException("the kept queues were not restored", e);
    }
  }

  /** What {@code AWS_ENDPOINT_URL_SQS} is set to. */
  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    server.stopAndWait();
    actors.terminate();
    actors.getWhenTerminated().toCompletableFuture().join();
  }
}
