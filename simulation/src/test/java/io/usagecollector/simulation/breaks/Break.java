package io.usagecollector.simulation.breaks;

import io.usagecollector.simulation.fault.Trouble;
import java.util.List;
import java.util.stream.Stream;

/**
 * One line of the product, or a few, put wrong on purpose.
 *
 * @param law the law that must see it
 * @param trouble what goes wrong for all in the worlds that show it
 * @param file the class, by its path below {@code io/usagecollector}
 * @param replacements what is written in the place of what
 */
record Break(
    String law, String what, Trouble trouble, String file, List<Replacement> replacements) {
  /** Text that must be there once, and what stands in its place. */
  record Replacement(String text, String by) {}

  static Break of(String law, String what, Trouble trouble, String file, String text, String by) {
    return new Break(law, what, trouble, file, List.of(new Replacement(text, by)));
  }

  Break and(String text, String by) {
    return new Break(
        law,
        what,
        trouble,
        file,
        Stream.concat(replacements.stream(), Stream.of(new Replacement(text, by))).toList());
  }

  /** The broken copy of a source, made of the source as it is today. */
  String applyTo(String source) {
    String broken = source;
    for (Replacement one : replacements) {
      int at = broken.indexOf(one.text());
      if (at < 0 || broken.indexOf(one.text(), at + 1) >= 0) {
        throw new AssertionError(
            file + " does not hold once what is to be broken: write the break anew\n" + one.text());
      }
      broken = broken.replace(one.text(), one.by());
    }
    return broken;
  }

  @Override
  public String toString() {
    return law + ": " + what;
  }
}
