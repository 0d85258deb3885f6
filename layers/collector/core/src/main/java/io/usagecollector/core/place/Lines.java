package io.usagecollector.core.place;

/** Where the lines of a mapping stand in its file. */
@FunctionalInterface
public interface Lines {
  /** The place in the file of a place in the mapping; all count from one. */
  Position at(int line, int column);
}
