package io.usagecollector.tooling.events;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The elements of an array, one after the other; of the array only its bracket is looked at. */
final class DocumentArray {
  private final LookAhead window;
  private final long line;
  private boolean first = true;

  /** Takes the bracket that comes next. */
  DocumentArray(LookAhead window) {
    this.window = window;
    this.line = window.line();
    window.skip(1);
  }

  /** The next element, or null after the last: then the array is behind. */
  @Nullable Event next() throws IOException {
    passBlanks();
    if (window.at(0) == ']') {
      window.skip(1);
      endOfLine();
      return null;
    }
    if (!first) {
      if (window.at(0) != ',') {
        throw window.complaint(0, expected("a comma or the end of"));
      }
      window.skip(1);
      passBlanks();
    }
    first = false;
    return switch (JsonExtent.of(window, 0)) {
      case JsonExtent.Whole(int end) -> new Event(window.line(), window.take(end));
      case JsonExtent.Broken(int at, _) -> throw window.complaint(at, expected("JSON, in"));
    };
  }

  private String expected(String what) {
    return "here must be " + what + " the array that begins in line " + line;
  }

  private void passBlanks() throws IOException {
    int at = 0;
    while (EventSpace.is(window.at(at))) {
      at++;
    }
    window.skip(at);
  }

  private void endOfLine() throws IOException {
    int at = 0;
    while (EventSpace.isWithinLine(window.at(at))) {
      at++;
    }
    int c = window.at(at);
    if (c >= 0 && c != '\n' && c != '{' && c != '[') {
      throw window.complaint(at, "something follows the array that begins in line " + line);
    }
  }
}
