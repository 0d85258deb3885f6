package io.usagecollector.core.sink.openmeter.form;

import io.usagecollector.bloblang.value.Num;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How OpenMeter's meters read the amount that a member of data stands for. */
final class MeteredNumber {
  /** What counts as a number in a text: a blank, a comma or nothing at all makes it 0. */
  private static final Pattern TEXT =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  private MeteredNumber() {}

  /** Whether it is metered as zero without meaning zero. */
  static boolean isLost(@Nullable Value value) {
    return switch (value) {
      case null -> true;
      case Num _ -> false;
      case Str text -> !TEXT.matcher(text.toString()).matches();
      default -> true;
    };
  }
}
