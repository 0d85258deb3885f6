package io.usagecollector.core.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * A processor in its file.
 *
 * @param path {@code pipeline.processors[0].mapping}
 * @param file the file's name
 * @param at where it begins
 * @param text its text, which knows the lines, or null where it has none
 */
record Place(String path, String file, Position at, @Nullable ProgramText text) {
  /** The processor and the line of the file that holds a line of its text; 0 names the first. */
  String describe(int line) {
    Position place = text == null ? at : text.at(Math.max(1, line), 1);
    return path + " (" + file + ":" + place.line() + ")";
  }
}
