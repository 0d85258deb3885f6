package io.usagecollector.bloblang.library.body.text;

import io.usagecollector.bloblang.bytes.Runes;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code split_by}. */
public final class SplittingBy {
  private SplittingBy() {}

  public static Op op(Node predicate) {
    return (receiver, frame) ->
        switch (receiver) {
          case Str s -> text(s, predicate, frame);
          case Bin b -> bytes(b, predicate, frame);
          case Arr a -> elements(a, predicate, frame);
          default -> Err.type(receiver, Kind.STRING, Kind.ARRAY, Kind.BYTES);
        };
  }

  private static Value elements(Arr array, Node predicate, Frame frame) {
    ListArr parts = ListArr.withCapacity(4);
    ListArr part = ListArr.withCapacity(4);
    for (int i = 0; i < array.size(); i++) {
      frame.budget().elements(1);
      Value found = frame.with(array.get(i), predicate);
      if (found instanceof Err e) {
        return e.wrap("predicate returned an error for index " + i);
      }
      if (found == Bool.TRUE) {
        parts.add(nilIfFirst(parts, part));
        part = ListArr.withCapacity(4);
      } else {
        part.add(array.get(i));
      }
    }
    return parts.add(array.size() == 0 ? part : nilIfFirst(parts, part));
  }

  /** The first part is a nil slice upstream as long as nothing is in it. */
  private static ListArr nilIfFirst(ListArr parts, ListArr part) {
    return parts.size() == 0 && part.size() == 0 ? ListArr.NIL : part;
  }

  private static Value text(Str s, Node predicate, Frame frame) {
    byte[] bytes = s.toBytes();
    List<Integer> starts = new ArrayList<>();
    ListArr parts = ListArr.withCapacity(4);
    int from = 0;
    for (int i = 0; i < bytes.length; ) {
      int next = i + (Runes.decode(bytes, i, bytes.length) & 7);
      frame.budget().elements(1);
      Value found = frame.with(s.slice(i, next), predicate);
      if (found instanceof Err e) {
        return e.wrap("predicate returned an error for character at position " + starts.size());
      }
      starts.add(i);
      if (found == Bool.TRUE) {
        parts.add(s.slice(from, i));
        from = next;
      }
      i = next;
    }
    return parts.add(s.slice(from, bytes.length));
  }

  private static Value bytes(Bin bin, Node predicate, Frame frame) {
    Str s = bin.asStr();
    ListArr parts = ListArr.withCapacity(4);
    int from = 0;
    for (int i = 0; i < s.length(); i++) {
      frame.budget().elements(1);
      Value found = frame.with(IntNum.of(s.byteAt(i), IntNum.Width.UINT8), predicate);
      if (found instanceof Err e) {
        return e.wrap("predicate returned an error for byte at position " + i);
      }
      if (found == Bool.TRUE) {
        parts.add(Bin.of(s.slice(from, i).toBytes()));
        from = i + 1;
      }
    }
    return parts.add(Bin.of(s.slice(from, s.length()).toBytes()));
  }
}
