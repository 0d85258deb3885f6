package io.usagecollector.bloblang;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.time.Layout;
import io.usagecollector.bloblang.value.Time;
import java.util.Optional;

/** A layout of times as Go has them, written as the time 2006-01-02T15:04:05Z07:00. Immutable. */
public final class TimeLayout {
  private final Layout layout;

  private TimeLayout(Layout layout) {
    this.layout = layout;
  }

  /** Any text is a layout: what is no part of a time stands for itself. */
  public static TimeLayout compile(String text) {
    return new TimeLayout(Layout.compile(text));
  }

  /** The time that a text says in this layout, if it does. */
  public Optional<Time> read(String text) {
    try {
      return Optional.of(Time.of(layout.parse(text)));
    } catch (GoException e) {
      return Optional.empty();
    }
  }
}
