package io.usagecollector.tooling.events;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds where events begin and end in a text. Of one thread. */
final class EventText {
  /** A line that is longer is no record: it is looked no further whether it is an array's only. */
  private static final int LONGEST_LINE = 1 << 20;

  private final LookAhead window;
  private @Nullable DocumentArray array;
  private boolean begun;

  EventText(LookAhead window) {
    this.window = window;
  }

  /** The next event, or null after the last. */
  @Nullable Event next() throws IOException {
    while (true) {
      Event element = array == null ? null : array.next();
      if (element != null) {
        return element;
      }
      array = null;
      int at = afterBlankLines();
      if (window.at(at) < 0) {
        return null;
      }
      boolean first = !begun;
      begun = true;
      if (!holdsDocuments(at, first)) {
        return event(at);
      }
      window.skip(at);
      array = new DocumentArray(window);
    }
  }

  /** The next line that is not blank, or null after the last. */
  @Nullable Event nextLine() throws IOException {
    return window.at(afterBlankLines()) < 0 ? null : line();
  }

  boolean isReady() throws IOException {
    return window.isReady();
  }

  /** Passes over blank lines, and tells how far ahead the first character of the next one is. */
  private int afterBlankLines() throws IOException {
    int at = 0;
    for (int c = window.at(at); EventSpace.is(c); c = window.at(at)) {
      at++;
      if (c == '\n') {
        window.skip(at);
        at = 0;
      }
    }
    return at;
  }

  /**
   * Whether an array's elements are the events, and not the array: it goes over several lines, or
   * is all there is, and its first element is a document.
   */
  private boolean holdsDocuments(int at, boolean first) throws IOException {
    if (window.at(at) != '[' || !beginsDocument(at + 1)) {
      return false;
    }
    int end = at;
    while (window.at(end) >= 0 && window.at(end) != '\n') {
      if (++end - at > LONGEST_LINE) {
        return true;
      }
    }
    return switch (JsonExtent.of(window, at, end)) {
      case JsonExtent.Whole(int after) -> first && isBlankFrom(after);
      case JsonExtent.Broken(_, boolean ends) -> ends && window.at(end) >= 0;
    };
  }

  private boolean beginsDocument(int from) throws IOException {
    int at = from;
    while (EventSpace.is(window.at(at))) {
      at++;
    }
    return window.at(at) == '{' || window.at(at) == ']';
  }

  private boolean isBlankFrom(int from) throws IOException {
    int at = from;
    while (EventSpace.is(window.at(at))) {
      at++;
    }
    return window.at(at) < 0;
  }

  private Event event(int at) throws IOException {
    int c = window.at(at);
    if (c != '{' && c != '[') {
      return line();
    }
    return switch (JsonExtent.of(window, at)) {
      case JsonExtent.Whole(int end) -> document(at, end);
      case JsonExtent.Broken(int where, boolean ends) -> {
        if (goesOn(where)) {
          throw window.complaint(where, broken(ends));
        }
        yield line();
      }
    };
  }

  private String broken(boolean ends) {
    return (ends
            ? "here it ends, and the document that begins"
            : "this is no JSON, in the document")
        + " in line "
        + window.line()
        + (ends ? " does not" : "");
  }

  /** What is whole, or the line it stands in where that has something else, too. */
  private Event document(int at, int end) throws IOException {
    int after = end;
    while (EventSpace.isWithinLine(window.at(after))) {
      after++;
    }
    int next = window.at(after);
    boolean alone = next < 0 || next == '\n';
    if (window.lineEnd(at) >= end) {
      return alone || !isDocument(after) ? line() : take(end);
    }
    if (!alone && next != '{' && next != '[') {
      throw window.complaint(
          after, "something follows the document that begins in line " + window.line());
    }
    window.skip(at);
    Event event = take(end - at);
    passLineEnd(after - end);
    return event;
  }

  /** Leaves the end of a line behind, too: what comes next is what is not there yet. */
  private void passLineEnd(int blanks) throws IOException {
    window.skip(window.at(blanks) == '\n' ? blanks + 1 : blanks);
  }

  private boolean isDocument(int at) throws IOException {
    return window.at(at) == '{' && JsonExtent.of(window, at) instanceof JsonExtent.Whole;
  }

  /**
   * Whether what begins in this line and breaks in a later one was meant to go on there: the next
   * line is a piece of a document, and none by itself.
   */
  private boolean goesOn(int broken) throws IOException {
    int next = window.lineEnd(0) + 1;
    if (broken < next) {
      return false;
    }
    int at = next;
    while (EventSpace.is(window.at(at))) {
      at++;
    }
    int c = window.at(at);
    boolean piece = at > next || c == '"' || c == '}' || c == ']';
    return piece && c >= 0 && !isWhole(at);
  }

  private boolean isWhole(int at) throws IOException {
    return JsonExtent.of(window, at, window.lineEnd(at)) instanceof JsonExtent.Whole(int end)
        && isBlankLine(end);
  }

  private boolean isBlankLine(int from) throws IOException {
    int at = from;
    while (EventSpace.isWithinLine(window.at(at))) {
      at++;
    }
    return window.at(at) < 0 || window.at(at) == '\n';
  }

  private Event take(int length) {
    return new Event(window.line(), window.take(length));
  }

  private Event line() throws IOException {
    int end = window.lineEnd(0);
    int length = end > 0 && window.at(end - 1) == '\r' ? end - 1 : end;
    Event event = take(length);
    passLineEnd(end - length);
    return event;
  }
}
