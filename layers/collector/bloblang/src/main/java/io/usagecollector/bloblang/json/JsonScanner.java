package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.bytes.Words;
import java.util.Arrays;

/**
 * Reads one JSON value into a tape (see {@link Document}), without recursion: while a container is
 * open, its last slot holds the container around it. It answers yes or no; {@link JsonComplaint}
 * finds the words for a no.
 */
final class JsonScanner {
  /** As deep as the language's origin goes. */
  static final int MAX_DEPTH = 10_000;

  private final byte[] b;
  private final int end;
  private int at;
  private int[] tape;
  private int size;

  JsonScanner(byte[] json) {
    this.b = json;
    this.end = json.length;
    this.tape = new int[json.length / 4 + 16];
  }

  int[] tape() {
    return tape;
  }

  /** How much of the tape is used. */
  int size() {
    return size;
  }

  boolean onlySpaceLeft() {
    skipSpace();
    return at == end;
  }

  /** Reads one value from a position; false if there is none. */
  boolean scan(int from) {
    at = from;
    int open = -1;
    int depth = 0;
    while (true) {
      skipSpace();
      if (at == end) {
        return false;
      }
      int c = b[at];
      if (c == '{' || c == '[') {
        if (++depth > MAX_DEPTH) {
          return false;
        }
        at++;
        open = push(at - 1, open);
        skipSpace();
        if (at < end && b[at] == (c == '{' ? '}' : ']')) {
          at++;
          open = pop(open);
          depth--;
        } else if (c == '{') {
          if (!key()) {
            return false;
          }
          tape[open + 2]++;
          continue;
        } else {
          tape[open + 2]++;
          continue;
        }
      } else if (!leaf(c)) {
        return false;
      }
      // A value is complete: close what it completes, or go on to the next member.
      while (true) {
        if (open < 0) {
          return true;
        }
        skipSpace();
        if (at == end) {
          return false;
        }
        int d = b[at++];
        boolean object = b[tape[open] & ~Document.MARK] == '{';
        if (d == ',') {
          if (object && !key()) {
            return false;
          }
          tape[open + 2]++;
          break;
        }
        if (d != (object ? '}' : ']')) {
          return false;
        }
        open = pop(open);
        depth--;
      }
    }
  }

  private int push(int start, int outer) {
    int node = node(Document.CONTAINER);
    tape[node] = start | Document.MARK;
    tape[node + 1] = outer;
    return node;
  }

  private int pop(int open) {
    int outer = tape[open + 1];
    tape[open + 1] = size;
    return outer;
  }

  private void scalar(int start, int stop) {
    int node = node(Document.SCALAR);
    tape[node] = start;
    tape[node + 1] = stop;
  }

  private int node(int ints) {
    int node = size;
    size = node + ints;
    if (size > tape.length) {
      tape = Arrays.copyOf(tape, tape.length * 2);
    }
    return node;
  }

  private void skipSpace() {
    int i = at;
    while (i < end
        && b[i] <= ' '
        && (b[i] == ' ' || b[i] == '\n' || b[i] == '\r' || b[i] == '\t')) {
      i++;
    }
    at = i;
  }

  private boolean key() {
    skipSpace();
    if (at == end || b[at] != '"' || !string()) {
      return false;
    }
    skipSpace();
    return at < end && b[at++] == ':';
  }

  private boolean leaf(int c) {
    return switch (c) {
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    };
  }

  private boolean word(String word) {
    if (end - at < word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (b[at + i] != word.charAt(i)) {
        return false;
      }
    }
    scalar(at, at + word.length());
    at += word.length();
    return true;
  }

  private boolean number() {
    int start = at;
    int i = at;
    if (i < end && b[i] == '-') {
      i++;
    }
    int whole = i;
    i = i < end && b[i] == '0' ? i + 1 : digits(i);
    if (i == whole) {
      return false;
    }
    if (i < end && b[i] == '.') {
      int fraction = digits(i + 1);
      if (fraction == i + 1) {
        return false;
      }
      i = fraction;
    }
    if (i < end && (b[i] | 0x20) == 'e') {
      int exponent = i + 1;
      if (exponent < end && (b[exponent] == '+' || b[exponent] == '-')) {
        exponent++;
      }
      i = digits(exponent);
      if (i == exponent) {
        return false;
      }
    }
    at = i;
    scalar(start, i);
    return true;
  }

  private int digits(int from) {
    int i = from;
    while (i < end && b[i] >= '0' && b[i] <= '9') {
      i++;
    }
    return i;
  }

  private boolean string() {
    int start = at;
    int i = start + 1;
    int mark = 0;
    while (true) {
      i = plain(i);
      if (i == end) {
        return false;
      }
      int c = b[i];
      if (c == '"') {
        scalar(start, i | mark);
        at = i + 1;
        return true;
      }
      if (c < 0) {
        mark = Document.MARK;
        i++;
      } else if (c == '\\') {
        mark = Document.MARK;
        i = escape(i + 1);
        if (i < 0) {
          return false;
        }
      } else {
        return false;
      }
    }
  }

  /**
   * The first index that is not plain text: a quote, a backslash, a control character or a byte
   * above 0x7F.
   */
  private int plain(int from) {
    int i = from;
    while (i + Words.BYTES <= end) {
      long marks = Words.special(Words.at(b, i));
      if (marks != 0) {
        return i + Words.place(marks);
      }
      i += Words.BYTES;
    }
    while (i < end && b[i] >= ' ' && b[i] != '"' && b[i] != '\\') {
      i++;
    }
    return i;
  }

  private int escape(int i) {
    if (i == end) {
      return -1;
    }
    return switch (b[i]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> i + 1;
      case 'u' -> hex4(i + 1);
      default -> -1;
    };
  }

  private int hex4(int from) {
    if (from + 4 > end) {
      return -1;
    }
    for (int i = from; i < from + 4; i++) {
      if (Character.digit(b[i], 16) < 0) {
        return -1;
      }
    }
    return from + 4;
  }
}
