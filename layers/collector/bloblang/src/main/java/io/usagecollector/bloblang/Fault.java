package io.usagecollector.bloblang;

/**
 * Why a mapping failed on a message.
 *
 * @param text the engine's words, as {@code catch} and {@code error()} see them, offending value
 *     included: for dead letters, which carry the event anyway
 * @param valueFree the same fault without anything that came from the event: for logs, metrics and
 *     answers
 * @param line the line of the mapping's statement that failed, from 1; 0 where there is none
 */
public record Fault(String text, String valueFree, int line) {
  /** A fault whose words hold nothing of the event. */
  public static Fault of(String text) {
    return new Fault(text, text, 0);
  }
}
