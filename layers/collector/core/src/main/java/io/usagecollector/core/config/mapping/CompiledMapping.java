package io.usagecollector.core.config.mapping;

import io.usagecollector.bloblang.Mapping;
import io.usagecollector.core.place.Position;

/**
 * A mapping of a configuration file, compiled: of a processor {@code mapping}, {@code bloblang} or
 * {@code mutation}, or of a field of another, such as a {@code check}. Immutable.
 */
public final class CompiledMapping {
  private final String path;
  private final String file;
  private final MappingText text;
  private final Mapping mapping;

  CompiledMapping(String path, String file, MappingText text, Mapping mapping) {
    this.path = path;
    this.file = file;
    this.text = text;
    this.mapping = mapping;
  }

  /** Where it stands in the configuration: {@code pipeline.processors[0].mapping}. */
  public String path() {
    return path;
  }

  /** The file's name. */
  public String file() {
    return file;
  }

  /** The text that was compiled, with variables put in: its lines are those that faults name. */
  public String text() {
    return text.expanded();
  }

  /** The mapping. */
  public Mapping mapping() {
    return mapping;
  }

  /** The place in the file of a place in {@link #text}; all count from one. */
  public Position at(int line, int column) {
    return text.at(line, column);
  }
}
