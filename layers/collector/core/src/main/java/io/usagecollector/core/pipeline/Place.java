package io.usagecollector.core.pipeline;

import io.usagecollector.bloblang.Fault;
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
  /** The processor, and the place in the file of what failed; else that of its text. */
  String describe(Fault fault) {
    Position place =
        text == null ? at : text.at(Math.max(1, fault.line()), Math.max(1, fault.column()));
    return path + " (" + file + ":" + place + ")";
  }
}
