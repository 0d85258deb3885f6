package io.usagecollector.bloblang.gotext.regex;

/** Who is told what a search for all matches takes; what it throws ends the search. */
public interface Meter {
  /** Told of nothing. */
  Meter NONE =
      new Meter() {
        @Override
        public void again(long characters) {}

        @Override
        public void length(long characters) {}
      };

  /**
   * So many characters are read again. A match can be known to end only at the end of the text
   * ({@code a.*z|a} on many an {@code a}), and the search for the next begins where it ended: one
   * look at each character may become the square of them.
   */
  void again(long characters);

  /** How long the text that is made becomes, before it does. */
  void length(long characters);
}
