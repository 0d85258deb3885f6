package io.usagecollector.core.event;

/**
 * Something odd about an event that is sent nevertheless.
 *
 * @param kind which oddity, to be counted
 * @param safeText what it is, without keys or values that an event brings: may reach a log
 * @param fullText the same with the keys it is about: for whoever may see the event
 */
public record Oddity(EventWarning kind, String safeText, String fullText) {
  public static Oddity of(EventWarning kind, String safeText) {
    return new Oddity(kind, safeText, safeText);
  }

  /** The safe text: an oddity that is printed by accident tells no key. */
  @Override
  public String toString() {
    return kind + ": " + safeText;
  }
}
