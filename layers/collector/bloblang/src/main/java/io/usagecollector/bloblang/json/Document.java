package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.TextNum;
import io.usagecollector.bloblang.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text that was read once, whole: its bytes, and a tape that says where every value lies.
 * Values are made from it when they are asked for, so that what a mapping never looks at costs no
 * object.
 *
 * <p>The tape holds two ints a scalar: where its text starts, and where it ends (of a string: the
 * places of its quotes). It holds three ints a container: where it starts, the first of them marked
 * so; the node after its last member; how many members it has. An object's members are key, value,
 * key, value. What a value is shows in its first byte.
 */
public final class Document {
  /** How many ints of the tape a scalar takes. */
  static final int SCALAR = 2;

  static final int CONTAINER = 3;

  private static final int LARGE = 256;

  /**
   * Set in the start of a container, and in the end of a string that is not plain: one with a
   * backslash or with bytes above 0x7F.
   */
  static final int MARK = Integer.MIN_VALUE;

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
        : new JsonComplaint(json).text();
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
      return new JsonComplaint(json).value();
    }
    Document document = new Document(json, scanner.tape(), !keepNumbers);
    Err beyond = keepNumbers ? null : document.numberBeyondFloat(scanner.size());
    return beyond == null ? document.valueAt(0) : beyond;
  }

  private @Nullable Err numberBeyondFloat(int size) {
    for (int node = 0; node < size; node += isContainer(node) ? CONTAINER : SCALAR) {
      if (isNumber(node) && Double.isInfinite(number(node).asDouble())) {
        return Err.of(
            "json: cannot unmarshal number " + number(node) + " into Go value of type float64",
            "json: cannot unmarshal a number into Go value of type float64");
      }
    }
    return null;
  }

  private boolean isNumber(int node) {
    int first = bytes[tape[node] & ~MARK];
    return first == '-' || (first >= '0' && first <= '9');
  }

  private TextNum number(int node) {
    int start = tape[node];
    return new TextNum(bytes, start, tape[node + 1] - start);
  }

  private boolean isContainer(int node) {
    return tape[node] < 0;
  }

  /** Whether the value of a node is an object. */
  public boolean isObject(int node) {
    return isContainer(node) && bytes[tape[node] & ~MARK] == '{';
  }

  /** How many members a container has. */
  int count(int container) {
    return tape[container + 2];
  }

  private int next(int node) {
    return isContainer(node) ? tape[node + 1] : node + SCALAR;
  }

  /** About how long the text of a container is, in bytes: up to what follows it. */
  int length(int container) {
    int start = tape[container] & ~MARK;
    int after = tape[container + 1];
    int next = after < tape.length ? tape[after] & ~MARK : 0;
    return (next > start ? next : bytes.length) - start;
  }

  /** Whether a container has so many members that looking for one among them takes long. */
  public boolean isLarge(int container) {
    return count(container) > LARGE;
  }

  /** The value of a node. */
  public Value valueAt(int node) {
    return switch (bytes[tape[node] & ~MARK]) {
      case 'n' -> Null.NULL;
      case 't' -> Bool.TRUE;
      case 'f' -> Bool.FALSE;
      case '"' -> strAt(node);
      case '{' -> new RawObj(this, node);
      case '[' -> new RawArr(this, node);
      default -> floats ? FloatNum.of(number(node).asDouble()) : number(node);
    };
  }

  private Str strAt(int node) {
    int start = tape[node] + 1;
    int end = tape[node + 1];
    return end >= 0
        ? new Str(bytes, start, end - start)
        : JsonString.decoded(bytes, start, end & ~MARK);
  }

  /**
   * The node of a member's value, the last one if the key is there more than once; -1 if it is not.
   */
  public int find(int object, Str key) {
    int found = -1;
    int end = tape[object + 1];
    for (int node = object + CONTAINER; node < end; node = next(node + SCALAR)) {
      if (isKey(node, key)) {
        found = node + SCALAR;
      }
    }
    return found;
  }

  private boolean isKey(int node, Str key) {
    int end = tape[node + 1];
    return end >= 0 ? key.sameBytes(bytes, tape[node] + 1, end) : key.equals(strAt(node));
  }

  MapObj entries(int object) {
    MapObj map = new MapObj(null, count(object));
    int end = tape[object + 1];
    for (int node = object + CONTAINER; node < end; node = next(node + SCALAR)) {
      map.put(strAt(node), valueAt(node + SCALAR));
    }
    return map;
  }

  ListArr elements(int array) {
    ListArr list = ListArr.withCapacity(count(array));
    int end = tape[array + 1];
    for (int node = array + CONTAINER; node < end; node = next(node)) {
      list.add(valueAt(node));
    }
    return list;
  }
}
