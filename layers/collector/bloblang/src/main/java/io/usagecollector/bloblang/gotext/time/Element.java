package io.usagecollector.bloblang.gotext.time;

/**
 * One element of a layout with the literal text before it.
 *
 * @param literal the text before it
 * @param field what it stands for; {@link Field#LITERAL} for the text after the last element
 * @param text the element as written, which errors quote
 */
record Element(String literal, Field field, String text) {
  /** Whether an offset prints as Z at UTC. */
  boolean isZulu() {
    return text.startsWith("Z");
  }

  boolean hasColons() {
    return text.indexOf(':') >= 0;
  }

  /** How many pairs of digits an offset has: hours, minutes, seconds. */
  int pairs() {
    int digits = text.length() - 1 - (hasColons() ? (text.length() - 3) / 3 : 0);
    return digits / 2;
  }
}
