package io.usagecollector.bloblang.gotext.time.strftime;

/** The strftime conversions that stand for several others with literal text between them. */
final class Composite {
  private Composite() {}

  /** What a conversion stands for; empty if for itself. */
  static String of(char conversion) {
    return switch (conversion) {
      case 'c' -> "a b e H:M:S Y";
      case '+' -> "a b e H:M:S Z Y";
      case 'v' -> "e-b-Y";
      case 'r' -> "I:M:S p";
      case 'F' -> "Y-m-d";
      case 'D', 'x' -> "m/d/y";
      case 'T', 'X' -> "H:M:S";
      case 'R' -> "H:M";
      default -> "";
    };
  }
}
