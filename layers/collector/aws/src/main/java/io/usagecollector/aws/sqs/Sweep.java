package io.usagecollector.aws.sqs;

import io.usagecollector.aws.AwsClients;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * One way through a queue. What it meets is out of everybody's sight until the end, when what was
 * not deleted is given back; where nobody can give it back, it comes back by itself within minutes.
 */
public final class Sweep implements AutoCloseable {
  private static final int OUT_OF_SIGHT_SECONDS = 300;

  /** Long enough that the queue asks all its servers before it says that there is nothing. */
  private static final int WAIT_SECONDS = 1;

  private static final int PAGE = 10;

  /** SQS lets 120,000 messages of a queue be out of sight, the redeliver function's own too. */
  private static final int MOST_HELD = 100_000;

  /** So many pages of messages met before: it has come round. */
  private static final int PAGES_WITHOUT_NEWS = 50;

  /** Asks a queue something; whoever sweeps may put what goes wrong into words of its own. */
  public interface Asking {
    <T> T ask(Supplier<T> question);
  }

  private final SqsClient sqs;
  private final String url;
  private final Asking asking;
  private final Set<String> met = new HashSet<>();
  private final Map<String, String> held = new LinkedHashMap<>();

  public Sweep(SqsClient sqs, String url, Asking asking) {
    this.sqs = sqs;
    this.url = url;
    this.asking = asking;
  }

  /** Through a queue of the account whose clients these are. */
  public static Sweep in(String url, AwsClients clients) {
    return new Sweep(clients.sqs(), url, Supplier::get);
  }

  /** Messages that were not met before; none when there are no more. */
  public List<QueuedMessage> next() {
    for (int page = 0; page < PAGES_WITHOUT_NEWS && !isFull(); page++) {
      List<Message> received = asking.ask(this::receive);
      if (received.isEmpty()) {
        return List.of();
      }
      received.forEach(message -> held.put(message.messageId(), message.receiptHandle()));
      List<QueuedMessage> news =
          received.stream().filter(m -> met.add(m.messageId())).map(Sweep::queued).toList();
      if (!news.isEmpty()) {
        return news;
      }
    }
    return List.of();
  }

  /** Whether it had to end before all was met: no more may be out of sight. */
  public boolean isFull() {
    return held.size() >= MOST_HELD;
  }

  private List<Message> receive() {
    return sqs.receiveMessage(r ->
            r.queueUrl(url)
                .maxNumberOfMessages(PAGE)
                .visibilityTimeout(OUT_OF_SIGHT_SECONDS)
                .waitTimeSeconds(WAIT_SECONDS)
                .messageSystemAttributeNames(MessageSystemAttributeName.SENT_TIMESTAMP))
        .messages();
  }

  private static QueuedMessage queued(Message message) {
    String sent = message.attributes().getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0");
    return new QueuedMessage(
        message.messageId(),
        message.receiptHandle(),
        Instant.ofEpochMilli(Long.parseLong(sent)),
        message.body());
  }

  /** Deletes messages; answers the ids of those that are gone for certain. */
  public List<String> delete(List<QueuedMessage> messages) {
    List<String> ids = messages.stream().map(QueuedMessage::id).toList();
    List<String> gone = new ArrayList<>();
    for (List<String> some : pages(ids)) {
      Set<String> failed = asking.ask(() -> deleteSome(some));
      numbered(
          some,
          (id, number) -> {
            if (!failed.contains(number)) {
              gone.add(id);
            }
          });
    }
    held.keySet().removeAll(gone);
    return gone;
  }

  private Set<String> deleteSome(List<String> ids) {
    List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
    numbered(
        ids,
        (id, number) ->
            entries.add(
                DeleteMessageBatchRequestEntry.builder()
                    .id(number)
                    .receiptHandle(held.getOrDefault(id, ""))
                    .build()));
    return sqs.deleteMessageBatch(d -> d.queueUrl(url).entries(entries)).failed().stream()
        .map(BatchResultErrorEntry::id)
        .collect(Collectors.toSet());
  }

  /** Gives back what was not deleted. A receipt that is no longer good has nothing to give back. */
  @Override
  public void close() {
    for (List<String> some : pages(List.copyOf(held.keySet()))) {
      asking.ask(() -> giveBack(some));
    }
    held.clear();
  }

  private boolean giveBack(List<String> ids) {
    List<ChangeMessageVisibilityBatchRequestEntry> entries = new ArrayList<>();
    numbered(
        ids,
        (id, number) ->
            entries.add(
                ChangeMessageVisibilityBatchRequestEntry.builder()
                    .id(number)
                    .receiptHandle(held.getOrDefault(id, ""))
                    .visibilityTimeout(0)
                    .build()));
    return sqs.changeMessageVisibilityBatch(c -> c.queueUrl(url).entries(entries)).hasSuccessful();
  }

  private static void numbered(List<String> ids, BiConsumer<String, String> each) {
    for (int i = 0; i < ids.size(); i++) {
      each.accept(ids.get(i), Integer.toString(i));
    }
  }

  private static List<List<String>> pages(List<String> ids) {
    List<List<String>> pages = new ArrayList<>();
    for (int i = 0; i < ids.size(); i += PAGE) {
      pages.add(ids.subList(i, Math.min(ids.size(), i + PAGE)));
    }
    return pages;
  }
}
