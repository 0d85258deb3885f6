package io.usagecollector.core.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A configuration file's YAML as it is written: no type is guessed, no reference replaced. */
sealed interface ConfigNode {
  /** Where it begins. */
  Position at();

  /**
   * A scalar.
   *
   * @param style how it is written, which decides what its text may mean
   * @param indent for a literal block: how far each of its lines is moved in
   */
  record Scalar(Position at, Template text, Style style, int indent) implements ConfigNode {}

  /** A list. */
  record Items(Position at, List<ConfigNode> items) implements ConfigNode {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A mapping of keys, in the order they are written, none twice. */
  record Section(Position at, List<Entry> entries) implements ConfigNode {
    public Section {
      entries = List.copyOf(entries);
    }

    @Nullable Entry entry(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst().orElse(null);
    }
  }

  /** One key of a section. */
  record Entry(String key, Position at, ConfigNode value) {}

  /** How a scalar is written. */
  enum Style {
    /** Bare words. */
    PLAIN,
    /** In quotes. */
    QUOTED,
    /** A folded block: its lines are no lines of the file. */
    FOLDED,
    /** A literal block: each of its lines is a line of the file. */
    LITERAL,
    /** A mock's: no part of the file. */
    MOCKED
  }
}
