package io.usagecollector.bloblang.value;

import org.jspecify.annotations.Nullable;

/**
 * A JSON text that was read once, whole: its bytes, and a tape that says where every value lies.
 * Values are made from it when they are asked for, so that what a mapping never looks at costs no
 * object.
 *
 * <p>The tape holds three ints a node: kind and flags; the start of the text (for containers: how
 * many members); the end of the text (for containers: the node after the last member). An object's
 * members are key, value, key, value.
 */
public final class Document {
  static final int STRIDE = 3;

  static final int NULL = 0;
  static final int TRUE = 1;
  static final int FALSE = 2;
  static final int NUMBER = 3;
  static final int STRING = 4;
  static final int OBJECT = 5;
  static final int ARRAY = 6;
  static final int KIND = 0xF;

  /** The string holds a backslash. */
  static final int ESCAPED = 0x10;

  /** The string holds bytes above 0x7F. */
  static final int WIDE = 0x20;

  private final byte[] bytes;
  private final int[] tape;

  /** Whether numbers are read as floats, their text forgotten. */
  private final boolean floats;

  private Document(byte[] bytes, int[] tape, boolean floats) {
    this.bytes = bytes;
    this.tape = tape;
    this.floats = floats;
  }

  /**
   * Reads a message's whole text as one JSON value, at most 10,000 deep. The array must not change
   * any more.
   *
   * @return the value, or an {@link Err} in the words of the language's origin
   */
  public static Value read(byte[] json) {
    JsonScanner scanner = new JsonScanner(json);
    return scanner.scan(0) && scanner.onlySpaceLeft()
        ? new Document(json, scanner.tape(), false).valueAt(0)
        : Err.of(new JsonComplaint(json).text());
  }

  /**
   * Reads the first JSON value of a text, whatever follows it; numbers as floats, or with their
   * text kept.
   *
   * @return the value, or an {@link Err} in the words of the language's origin
   */
  public static Value readFirst(byte[] json, boolean keepNumbers) {
    JsonScanner scanner = new JsonScanner(json);
    if (!scanner.scan(0)) {
      return Err.of(new JsonComplaint(json).value());
    }
    Document document = new Document(json, scanner.tape(), !keepNumbers);
    Err beyond = keepNumbers ? null : document.numberBeyondFloat(scanner.size());
    return beyond == null ? document.valueAt(0) : beyond;
  }

  private @Nullable Err numberBeyondFloat(int size) {
    for (int node = 0; node < size; node += STRIDE) {
      if (kind(node) == NUMBER && Double.isInfinite(number(node).asDouble())) {
        return Err.of(
            "json: cannot unmarshal number " + number(node) + " into Go value of type float64",
            "json: cannot unmarshal a number into Go value of type float64");
      }
    }
    return null;
  }

  private TextNum number(int node) {
    return new TextNum(bytes, start(node), end(node) - start(node));
  }

  byte[] bytes() {
    return bytes;
  }

  int kind(int node) {
    return tape[node] & KIND;
  }

  int flags(int node) {
    return tape[node] & ~KIND;
  }

  int start(int node) {
    return tape[node + 1];
  }

  int end(int node) {
    return tape[node + 2];
  }

  int count(int node) {
    return tape[node + 1];
  }

  int next(int node) {
    return (tape[node] & KIND) >= OBJECT ? tape[node + 2] : node + STRIDE;
  }

  Value valueAt(int node) {
    return switch (kind(node)) {
      case NULL -> Null.NULL;
      case TRUE -> Bool.TRUE;
      case FALSE -> Bool.FALSE;
      case NUMBER -> floats ? FloatNum.of(number(node).asDouble()) : number(node);
      case STRING -> strAt(node);
      case OBJECT -> new RawObj(this, node);
      default -> new RawArr(this, node);
    };
  }

  Str strAt(int node) {
    int start = start(node);
    int end = end(node);
    return flags(node) == 0 || (flags(node) == WIDE && Utf8.isValid(bytes, start, end))
        ? new Str(bytes, start, end - start)
        : JsonString.decode(bytes, start, end);
  }

  /**
   * The node of a member's value, the last one if the key is there more than once; -1 if it is not.
   */
  int find(int object, Str key) {
    int found = -1;
    int end = tape[object + 2];
    int node = object + STRIDE;
    while (node < end) {
      int value = node + STRIDE;
      if (isKey(node, key)) {
        found = value;
      }
      node = next(value);
    }
    return found;
  }

  private boolean isKey(int node, Str key) {
    return (tape[node] & (ESCAPED | WIDE)) == 0
        ? key.sameBytes(bytes, tape[node + 1], tape[node + 2])
        : key.equals(strAt(node));
  }

  MapObj entries(int object) {
    MapObj map = new MapObj(null, count(object));
    int end = tape[object + 2];
    for (int node = object + STRIDE; node < end; node = next(node + STRIDE)) {
      map.put(strAt(node), valueAt(node + STRIDE));
    }
    return map;
  }

  ListArr elements(int array) {
    ListArr list = ListArr.withCapacity(count(array));
    int end = tape[array + 2];
    for (int node = array + STRIDE; node < end; node = next(node)) {
      list.add(valueAt(node));
    }
    return list;
  }

  @Nullable Value member(int object, Str key) {
    int node = find(object, key);
    return node < 0 ? null : valueAt(node);
  }
}
