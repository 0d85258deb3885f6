package io.usagecollector.local.system;

import io.usagecollector.local.lambda.LocalAccount;
import io.usagecollector.local.poller.QueueMapping;
import io.usagecollector.local.trigger.EventSource;
import io.usagecollector.local.trigger.EventSourceMapping;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What hands over to the functions.
 *
 * @param topic the topic's records, to forward
 * @param queue the retry queue's messages, to redeliver
 */
record Mappings(EventSourceMapping topic, QueueMapping queue) implements AutoCloseable {
  static Mappings start(
      SystemSettings settings,
      LoadedConfig config,
      Infrastructure infrastructure,
      Queues queues,
      Functions functions) {
    return new Mappings(
        topic(settings, config, infrastructure, functions), queue(settings, queues, functions));
  }

  private static EventSourceMapping topic(
      SystemSettings settings,
      LoadedConfig config,
      Infrastructure infrastructure,
      Functions functions) {
    String arn = LocalAccount.clusterArn(infrastructure.broker().clusterId());
    var plan =
        new EventSourceMapping.Plan(
            new EventSource(arn, infrastructure.broker().bootstrapServers()),
            config.group(),
            List.of(config.topic()),
            settings.trigger().mapping(),
            settings.trigger().faults(),
            settings.function().instances(),
            settings.seed(),
            Clock.systemUTC());
    return EventSourceMapping.start(plan, functions.forward()::invoke);
  }

  private static QueueMapping queue(SystemSettings settings, Queues queues, Functions functions) {
    var plan =
        new QueueMapping.Plan(
            queues.retry(),
            settings.redelivery().poller(),
            settings.redelivery().faults(),
            settings.seed(),
            Clock.systemUTC());
    return QueueMapping.start(plan, functions.redeliver()::invoke);
  }

  /** Why one of them stopped of itself, if one did. */
  Optional<RuntimeException> broken() {
    return topic.broken().or(queue::broken);
  }

  @Override
  public void close() {
    queue.close();
    topic.close();
  }
}
