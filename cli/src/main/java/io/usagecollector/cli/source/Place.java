package io.usagecollector.cli.source;

/**
 * A place in a file.
 *
 * @param file the file as it was named, or as it was found below a folder that was named
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
