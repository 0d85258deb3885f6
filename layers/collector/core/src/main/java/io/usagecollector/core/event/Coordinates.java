package io.usagecollector.core.event;

/**
 * Where a record lies in Kafka. Safe to log: it names the record without telling what is in it.
 *
 * @param topic the topic's name
 * @param partition zero or more
 * @param offset zero or more
 */
public record Coordinates(String topic, int partition, long offset) {
  public Coordinates {
    if (topic.isEmpty()) {
      throw new IllegalArgumentException("a record's topic is empty");
    }
    if (partition < 0 || offset < 0) {
      throw new IllegalArgumentException(
          "partition " + partition + " and offset " + offset + " must not be negative");
    }
  }

  /** {@code topic/partition/offset}, as it stands in logs and error texts. */
  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
