package io.usagecollector.core.place;

/**
 * A place in the configuration file as it is written.
 *
 * @param line counts from one
 * @param column counts from one, in code points
 */
public record Position(int line, int column) implements Comparable<Position> {
  public static final Position START = new Position(1, 1);

  @Override
  public int compareTo(Position other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
