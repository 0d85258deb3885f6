package io.usagecollector.core.config.yaml;

import io.usagecollector.core.place.Position;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A configuration file's YAML as it is written: no type is guessed, no reference replaced. */
public sealed interface YamlNode {
  /** How YAML writes nothing. */
  Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  /** Values that switch nothing on. */
  Set<String> IDLE = Set.of("", "0", "0s", "false");

  /** Where it begins. */
  Position at();

  /**
   * A scalar.
   *
   * @param style how it is written, which decides what its text may mean
   * @param places where its characters stand
   */
  record Scalar(Position at, WrittenText text, Style style, Places places) implements YamlNode {}

  /** Where the characters of a scalar's text stand in the file. */
  @FunctionalInterface
  interface Places {
    /** The place of one, or of its end; counts from zero, references as written. */
    Position at(int offset);
  }

  /** A list. */
  record Items(Position at, List<YamlNode> items) implements YamlNode {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A mapping of keys, in the order they are written, none twice. */
  record Section(Position at, List<Entry> entries) implements YamlNode {
    public Section {
      entries = List.copyOf(entries);
    }

    public @Nullable Entry entry(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst().orElse(null);
    }
  }

  /** One key of a section. */
  record Entry(String key, Position at, YamlNode value) {}

  /** Whether nothing is written here: no value, or {@code null}. */
  default boolean isNull() {
    return this instanceof Scalar scalar
        && scalar.style() == Style.PLAIN
        && NULLS.contains(scalar.text().written());
  }

  /** Whether it switches nothing on: nothing, zero, false, no items, or a section of such alone. */
  default boolean isIdle() {
    return switch (this) {
      case Scalar scalar -> IDLE.contains(scalar.text().written().strip()) || isNull();
      case Items items -> items.items().isEmpty();
      case Section section -> section.entries().stream().allMatch(entry -> entry.value().isIdle());
    };
  }

  /** How a scalar is written. */
  enum Style {
    /** Bare words. */
    PLAIN,
    /** In quotes, or a block. */
    MARKED,
    /** A mock's: no part of the file. */
    MOCKED
  }
}
