package io.usagecollector.core.place;

import io.usagecollector.bloblang.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A processor in its file.
 *
 * @param path {@code pipeline.processors[0].mapping}
 * @param file the file's name
 * @param at where it begins
 * @param lines those of its mapping, or null where it has none
 */
public record ProcessorPlace(String path, String file, Position at, @Nullable Lines lines) {
  /**
   * The processor, and the place of what failed, in its file or in one that it is made {@code
   * from}; else where it begins.
   */
  public String describe(Fault fault) {
    if (!fault.file().isEmpty()) {
      return path + " (" + fault.file() + ":" + fault.line() + ":" + fault.column() + ")";
    }
    Position place =
        lines == null ? at : lines.at(Math.max(1, fault.line()), Math.max(1, fault.column()));
    return path + " (" + file + ":" + place + ")";
  }
}
