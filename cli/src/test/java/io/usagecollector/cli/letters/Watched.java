package io.usagecollector.cli.letters;

import io.usagecollector.cli.letters.queue.QueueClients;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Clients of real queues that wait for nothing, and break once, at a call that the test chooses:
 * before the queue has heard of it or after, by an exception or with the whole process.
 */
final class Watched implements QueueClients {
  private final QueueClients real = QueueClients.aws();
  private final Map<String, String> received = new LinkedHashMap<>();
  private int calls;
  private boolean dead;
  private Optional<Break> how = Optional.empty();

  /** What this server does not tell, and SQS does: how long it keeps a message, in seconds. */
  Optional<String> retention = Optional.empty();

  /** When every message came into its queue, if not when it did. */
  Optional<Instant> sent = Optional.empty();

  /**
   * Which call breaks, and how.
   *
   * @param method what it asks for
   * @param call how many of these there were, it included
   * @param after whether the queue has done what it was asked
   * @param dies whether the process ends there
   */
  record Break(String method, int call, boolean after, boolean dies) {}

  /** The process ended. */
  static final class Died extends Error {
    private static final long serialVersionUID = 1L;
  }

  void breakAt(Break way) {
    calls = 0;
    dead = false;
    how = Optional.of(way);
  }

  /** Another process begins. */
  void heal() {
    dead = false;
    how = Optional.empty();
  }

  /** Whether a queue took letters whose sender did not learn it. */
  boolean hasLostAnAnswer() {
    return how.stream()
        .anyMatch(
            way -> way.method().equals("sendMessageBatch") && way.after() && calls >= way.call());
  }

  /** So much time passes that what was received and not deleted is in sight again. */
  void passTime(SqsServer server) {
    received.forEach((receipt, queue) -> {
      try {
        server
            .sqs()
            .changeMessageVisibility(
                c -> c.queueUrl(queue).receiptHandle(receipt).visibilityTimeout(0));
      } catch (SqsException deletedMeanwhile) {
        return;
      }
    });
    received.clear();
  }

  @Override
  public SqsClient of(io.usagecollector.cli.letters.queue.QueueAddress address) {
    SqsClient client = real.of(address);
    return (SqsClient)
        Proxy.newProxyInstance(
            Watched.class.getClassLoader(),
            new Class<?>[] {SqsClient.class},
            (proxy, method, args) -> call(client, address.url().toString(), method, args));
  }

  private Object call(SqsClient client, String queue, Method method, Object[] args)
      throws Throwable {
    if (dead) {
      throw new Died();
    }
    Optional<Break> broken = how.filter(way -> isNow(way, method));
    if (broken.isPresent() && !broken.get().after()) {
      throw failure(broken.get());
    }
    Object answer =
        switch (method.getName()) {
          case "receiveMessage" -> receive(client, queue, args[0]);
          case "getQueueAttributes" ->
              keeping((GetQueueAttributesResponse) invoke(client, method, args));
          default -> invoke(client, method, args);
        };
    if (broken.isPresent()) {
      throw failure(broken.get());
    }
    return answer;
  }

  private boolean isNow(Break way, Method method) {
    return method.getName().equals(way.method()) && ++calls == way.call();
  }

  private Throwable failure(Break way) {
    dead = way.dies();
    return way.dies() ? new Died() : SdkClientException.create("the answer was lost");
  }

  private GetQueueAttributesResponse keeping(GetQueueAttributesResponse answer) {
    var attributes = new HashMap<>(answer.attributes());
    retention.ifPresent(
        seconds -> attributes.put(QueueAttributeName.MESSAGE_RETENTION_PERIOD, seconds));
    return answer.toBuilder().attributes(attributes).build();
  }

  @SuppressWarnings("unchecked")
  private ReceiveMessageResponse receive(SqsClient client, String queue, Object request) {
    ReceiveMessageResponse response =
        client.receiveMessage(
            ReceiveMessageRequest.builder()
                .applyMutation((Consumer<ReceiveMessageRequest.Builder>) request)
                .waitTimeSeconds(0)
                .build());
    response.messages().forEach(message -> received.put(message.receiptHandle(), queue));
    return response.toBuilder()
        .messages(response.messages().stream().map(this::dated).toList())
        .build();
  }

  private Message dated(Message message) {
    var attributes = new HashMap<>(message.attributes());
    sent.ifPresent(time ->
        attributes.put(
            MessageSystemAttributeName.SENT_TIMESTAMP, Long.toString(time.toEpochMilli())));
    return message.toBuilder().attributes(attributes).build();
  }

  private static Object invoke(SqsClient client, Method method, Object[] args) throws Throwable {
    try {
      return method.invoke(client, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
