package io.usagecollector.cli.unit;

import io.usagecollector.bloblang.gotext.GoException;
import io.usagecollector.bloblang.gotext.time.GoTime;
import io.usagecollector.bloblang.gotext.time.Layout;
import java.util.List;
import java.util.Optional;

/** Bare dates in YAML, which are points in time and no texts. */
final class YamlDate {
  /** The layouts of Go's yaml.v3. */
  private static final List<Layout> LAYOUTS =
      List.of(
          Layout.compile("2006-1-2T15:4:5.999999999Z07:00"),
          Layout.compile("2006-1-2t15:4:5.999999999Z07:00"),
          Layout.compile("2006-1-2 15:4:5.999999999"),
          Layout.compile("2006-1-2"));

  private YamlDate() {}

  static Optional<GoTime> parse(String text) {
    return text.indexOf('-') == 4
        ? LAYOUTS.stream().flatMap(layout -> parse(layout, text).stream()).findFirst()
        : Optional.empty();
  }

  private static Optional<GoTime> parse(Layout layout, String text) {
    try {
      return Optional.of(layout.parse(text));
    } catch (GoException e) {
      return Optional.empty();
    }
  }
}
