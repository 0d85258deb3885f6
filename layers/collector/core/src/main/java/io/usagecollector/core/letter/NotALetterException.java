package io.usagecollector.core.letter;

import java.io.IOException;

/** What was read is no letter of this program. Its message quotes nothing of it. */
final class NotALetterException extends IOException {
  NotALetterException(String why) {
    super(why);
  }

  static void unless(boolean holds, String why) throws NotALetterException {
    if (!holds) {
      throw new NotALetterException(why);
    }
  }

  /** Why a text could not be read, without quoting it, as the words of other exceptions would. */
  static String why(Exception e) {
    return "not a letter of this program: "
        + (e instanceof NotALetterException known
            ? known.getMessage()
            : e.getClass().getSimpleName());
  }
}
