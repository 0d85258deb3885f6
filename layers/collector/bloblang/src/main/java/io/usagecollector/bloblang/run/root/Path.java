package io.usagecollector.bloblang.run.root;

import io.usagecollector.bloblang.json.Document;
import io.usagecollector.bloblang.json.RawObj;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Exhausted;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The segments of a path, prepared for reading. Reads never fail: what is not there is null. */
public final class Path {
  public static final Path EMPTY = new Path(List.of());

  public static final Str STAR = Str.of("*");
  private static final int NO_INDEX = -1;

  /** What goes down a path recurses. */
  private static final int MAX_SEGMENTS = 1_100;

  private final Str[] segments;
  private final int[] indexes;

  public Path(List<Str> segments) {
    if (segments.size() > MAX_SEGMENTS) {
      throw new Exhausted("a path of more than " + MAX_SEGMENTS + " segments");
    }
    this.segments = segments.toArray(Str[]::new);
    this.indexes = segments.stream().mapToInt(Path::index).toArray();
  }

  /**
   * A dotted path: {@code ~1} stands for a point, {@code ~0} for a tilde. An empty one has one
   * empty segment, as upstream's.
   */
  public static Path dotted(String text) {
    List<Str> segments = new ArrayList<>();
    for (String segment : text.split("\\.", -1)) {
      segments.add(Str.of(segment.replace("~1", ".").replace("~0", "~")));
    }
    return new Path(segments);
  }

  public Path plus(Str segment) {
    List<Str> longer = new ArrayList<>(List.of(segments));
    longer.add(segment);
    return new Path(longer);
  }

  public Path plus(Path other) {
    List<Str> longer = new ArrayList<>(List.of(segments));
    longer.addAll(List.of(other.segments));
    return new Path(longer);
  }

  public int size() {
    return segments.length;
  }

  public List<Str> segments() {
    return List.of(segments);
  }

  public Str segment(int i) {
    return segments[i];
  }

  /**
   * The segment as an array index, by Go's {@code Atoi} ({@code 00} and {@code +1} too); -1 if it
   * is none.
   */
  public static int index(Str segment) {
    int length = segment.length();
    int from = length > 1 && segment.byteAt(0) == '+' ? 1 : 0;
    if (length == from) {
      return NO_INDEX;
    }
    long value = 0;
    for (int i = from; i < length; i++) {
      int digit = segment.byteAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return NO_INDEX;
      }
      value = Math.min(value * 10 + digit, Integer.MAX_VALUE);
    }
    return (int) value;
  }

  /** The value at this path, null if there is none. */
  public Value read(Value from, Budget budget) {
    Value found = find(from, 0, budget);
    return found == null ? Null.NULL : found;
  }

  /** The value of the last segment alone, null if there is none. */
  public Value readLast(Value from, Budget budget) {
    Value found = find(from, segments.length - 1, budget);
    return found == null ? Null.NULL : found;
  }

  /** The value at this path; a Java null if there is none, unlike a null that is there. */
  public @Nullable Value find(Value from, Budget budget) {
    return find(from, 0, budget);
  }

  private @Nullable Value find(Value from, int start, Budget budget) {
    Value at = from;
    for (int i = start; i < segments.length; i++) {
      Value next;
      if (at instanceof RawObj object && !object.isLarge()) {
        // Down through the message's objects, none of which is made.
        Document document = object.document();
        int node = document.find(object.node(), segments[i]);
        while (node >= 0 && i + 1 < segments.length && isSmallObject(document, node)) {
          node = document.find(node, segments[++i]);
        }
        next = node < 0 ? null : document.valueAt(node);
      } else if (at instanceof Obj object) {
        next = object.get(segments[i]);
      } else if (at instanceof Arr array) {
        if (segments[i].equals(STAR)) {
          return each(array, i + 1, budget);
        }
        int index = indexes[i];
        next = index >= 0 && index < array.size() ? array.get(index) : null;
      } else {
        return null;
      }
      if (next == null) {
        return null;
      }
      at = next;
    }
    return at;
  }

  private static boolean isSmallObject(Document document, int node) {
    return document.isObject(node) && !document.isLarge(node);
  }

  private @Nullable Value each(Arr array, int rest, Budget budget) {
    if (rest == segments.length) {
      return array.size() == 0 ? null : array;
    }
    budget.elements(array.size());
    ListArr hits = ListArr.withCapacity(array.size());
    for (int i = 0; i < array.size(); i++) {
      Value hit = find(array.get(i), rest, budget);
      if (hit != null) {
        hits.add(hit);
      }
    }
    return hits.size() == 0 ? null : hits;
  }

  /** The dotted form, with {@code ~} and {@code .} escaped. */
  @Override
  public String toString() {
    return List.of(segments).stream()
        .map(segment -> segment.toString().replace("~", "~0").replace(".", "~1"))
        .collect(Collectors.joining("."));
  }
}
