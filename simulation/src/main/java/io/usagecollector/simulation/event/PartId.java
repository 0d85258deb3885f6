package io.usagecollector.simulation.event;

import io.usagecollector.core.event.Coordinates;

/** One part of one record: it must end in one place. */
public record PartId(int partition, long offset, int ordinal) {
  /** Of a record's coordinates; the topic is the world's only one. */
  public static PartId of(Coordinates at, int ordinal) {
    return new PartId(at.partition(), at.offset(), ordinal);
  }

  /** What {@link #toString} made. */
  public static PartId parse(String text) {
    String[] numbers = text.split("/", -1);
    return new PartId(
        Integer.parseInt(numbers[0]), Long.parseLong(numbers[1]), Integer.parseInt(numbers[2]));
  }

  @Override
  public String toString() {
    return partition + "/" + offset + "/" + ordinal;
  }
}
