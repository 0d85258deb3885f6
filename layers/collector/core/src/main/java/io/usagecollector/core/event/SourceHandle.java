package io.usagecollector.core.event;

import org.jspecify.annotations.Nullable;

/**
 * How a source names what it handed over, and by which it is told what became of it. Safe to log.
 */
public sealed interface SourceHandle {
  /** A record of a topic. */
  record KafkaRecord(Coordinates at) implements SourceHandle {
    @Override
    public String toString() {
      return at.toString();
    }
  }

  /**
   * A message of a queue, which may carry several events.
   *
   * @param id the queue's name for the message, the same each time it is handed over
   * @param receipt what deletes it or changes when it is seen again; another each time
   */
  record QueueMessage(String id, String receipt) implements SourceHandle {
    /** The same message is the same, whatever receipt it came with. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof QueueMessage message && message.id.equals(id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }

    /** The id alone: whoever has the receipt can delete the message. */
    @Override
    public String toString() {
      return "message " + id;
    }
  }
}
