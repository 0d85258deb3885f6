package io.usagecollector.simulation.sqs;

import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.ledger.Letters;
import io.usagecollector.simulation.world.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A standard queue: what is received is out of sight for a while, and comes again unless it is
 * deleted; which of the visible messages comes next is drawn by lot, and now and then one comes to
 * two receivers at once.
 */
public final class MessageQueue {
  private static final long VISIBILITY = Duration.ofMinutes(6).toMillis();

  private static final class Entry {
    private final String id;
    private final String body;
    private final long sentAt;
    private long visibleAt;
    private int receives;

    Entry(String id, String body, long sentAt, long visibleAt) {
      this.id = id;
      this.body = body;
      this.sentAt = sentAt;
      this.visibleAt = visibleAt;
    }
  }

  private final Surroundings world;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private int sent;

  public MessageQueue(Surroundings world) {
    this.world = world;
  }

  /** Takes a message that an instance sends. */
  void send(String instance, String body, long delay) {
    String id = "m-" + ++sent;
    entries.put(id, new Entry(id, body, world.now(), world.now() + delay));
    world.tell(new Happening.MessageSent(world.now(), instance, id, delay, Letters.in(body)));
  }

  /** Some of what is visible. */
  public List<ReceivedMessage> receive(int most) {
    List<Entry> visible = new ArrayList<>();
    for (Entry entry : entries.values()) {
      if (entry.visibleAt <= world.now()) {
        visible.add(entry);
      }
    }
    List<ReceivedMessage> received = new ArrayList<>();
    while (received.size() < most && !visible.isEmpty()) {
      Entry entry = visible.remove(world.random().nextInt(visible.size()));
      entry.receives++;
      if (!world.happens(world.faults().repeated())) {
        entry.visibleAt = world.now() + VISIBILITY;
      }
      received.add(
          new ReceivedMessage(
              entry.id,
              entry.id + "-" + entry.receives,
              entry.body,
              Instant.ofEpochMilli(entry.sentAt),
              entry.receives));
    }
    return received;
  }

  /** When a message is visible next; never, if there is none. */
  public long nextVisible() {
    return entries.values().stream()
        .mapToLong(entry -> entry.visibleAt)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** Forgets a message, whatever receipt it is named by, unless that gets lost. */
  public void delete(ReceivedMessage message) {
    if (!world.happens(world.faults().uncommitted()) && entries.remove(message.id()) != null) {
      world.tell(new Happening.MessageDeleted(world.now(), message.id()));
    }
  }

  /** Puts a message out of sight for so long from now. */
  public void hide(ReceivedMessage message, Duration time) {
    Entry entry = entries.get(message.id());
    if (entry != null && !world.happens(world.faults().uncommitted())) {
      entry.visibleAt = world.now() + time.toMillis();
    }
  }
}
