package io.usagecollector.core.event;

/**
 * Which stream of records this is, in all the world and for all time: the cluster's ARN, or a name
 * given to it. Topics and offsets begin anew when a topic or a cluster is made again; the stream id
 * keeps their event ids apart.
 *
 * @param value not blank
 */
public record StreamId(String value) {
  public StreamId {
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          "the stream id is blank: give one, such as the cluster's ARN");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
