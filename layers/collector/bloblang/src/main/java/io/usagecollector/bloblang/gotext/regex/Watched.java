package io.usagecollector.bloblang.gotext.regex;

/** A text that knows how far it was read: the engine does not say how far a search looked. */
final class Watched implements CharSequence {
  /** How far the engine looks ahead whatever the pattern: two characters. */
  private static final int AHEAD = 4;

  private final String text;

  /** The end of what was read since it was last asked. */
  private int read;

  Watched(String text) {
    this.text = text;
  }

  /** How much was read beyond the end of a match since it was last asked. */
  int readBeyond(int end) {
    int beyond = Math.max(0, read - end - AHEAD);
    read = 0;
    return beyond;
  }

  @Override
  public char charAt(int index) {
    if (index >= read) {
      read = index + 1;
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
