package io.usagecollector.local.sqs;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.usagecollector.local.FreePort;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.GetAllMessages;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import scala.Option;
import scala.collection.immutable.List$;
import scala.jdk.javaapi.CollectionConverters;
import scala.util.Either;
import software.amazon.awssdk.regions.Region;

/** ElasticMQ in this JVM, on 127.0.0.1. With a directory, queues and letters outlive it (in H2). */
public final class QueueServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(30);

  private final ActorSystem actors;
  private final SQSRestServer server;
  private final Option<ActorRef> store;
  private final URI endpoint;

  private QueueServer(
      ActorSystem actors, SQSRestServer server, Option<ActorRef> store, URI endpoint) {
    this.actors = actors;
    this.server = server;
    this.store = store;
    this.endpoint = endpoint;
  }

  /** Queues in memory, or in the directory if one is given. */
  public static QueueServer start(Optional<Path> directory) {
    int port = FreePort.pick();
    ActorSystem actors = actors();
    Option<ActorRef> store =
        directory.map(d -> Option.apply(store(actors, d))).orElseGet(Option::empty);
    ActorRef queues = actors.actorOf(Props.create(QueueManagerActor.class, () -> manager(store)));
    SQSRestServer server = builder(store, actors, queues, port).start();
    server.waitUntilStarted();
    if (store.isDefined()) {
      restore(store.get(), queues);
    }
    return new QueueServer(actors, server, store, URI.create("http://127.0.0.1:" + port));
  }

  /**
   * With the loader that knows the reference.conf files, whatever thread this is started from. It
   * stands until it is closed: on Ctrl-C the queues are still to be read for the last table.
   */
  private static ActorSystem actors() {
    ClassLoader loader = QueueServer.class.getClassLoader();
    Config standing =
        ConfigFactory.parseString(
            "pekko { jvm-shutdown-hooks = off\n"
                + "coordinated-shutdown.run-by-jvm-shutdown-hook = off }");
    return ActorSystem.create(
        "elasticmq", standing.withFallback(ConfigFactory.load(loader)), loader);
  }

  private static ActorRef store(ActorSystem actors, Path directory) {
    String file = directory.resolve("queues").toAbsolutePath().toString();
    String uri = "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE";
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
            .withAWSRegion(Region.EU_CENTRAL_1.id())
            .withActorSystem(actors)
            .withQueueManagerActor(queues);
    return store.isDefined() ? builder.withQueueEventListener(store.get()) : builder;
  }

  private static void restore(ActorRef store, ActorRef queues) {
    if (ask(store, new QueueEvent.Restore(queues)) instanceof Either<?, ?> either
        && either.isLeft()) {
      throw new IllegalStateException("the kept queues were not restored: " + either);
    }
  }

  private static Object ask(ActorRef store, Object question) {
    try {
      return Patterns.ask(store, question, START)
          .toCompletableFuture()
          .get(START.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the queues' store was asked", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the queues' store did not answer", e);
    }
  }

  /**
   * All messages of a queue, also those that nobody can receive just now: delayed, or in the hands
   * of a function. To receive them would hide and count them, so the store is read.
   */
  public List<StoredMessage> stored(Queue queue) {
    Object answer = ask(store.get(), new GetAllMessages(queue.name()));
    return CollectionConverters.asJava((scala.collection.immutable.Seq<?>) answer).stream()
        .map(InternalMessage.class::cast)
        .map(QueueServer::stored)
        .toList();
  }

  private static StoredMessage stored(InternalMessage message) {
    return new StoredMessage(
        message.id(), message.content().value(), Instant.ofEpochMilli(message.nextDelivery()));
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
