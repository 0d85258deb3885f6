package io.usagecollector.bloblang.library.body.text;

import io.usagecollector.bloblang.bytes.Runes;
import io.usagecollector.bloblang.library.body.Ops;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.run.coerce.Compare;
import io.usagecollector.bloblang.run.coerce.GoType;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Kind;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;

/** {@code split}. */
public final class Splitting {
  private Splitting() {}

  public static Op op(Value delimiter, boolean emptyAsNull) {
    Str text = Ops.text(delimiter);
    return (receiver, frame) -> {
      if (receiver instanceof Arr array) {
        return elements(array, delimiter, frame.budget());
      }
      Str whole = Ops.text(receiver);
      if (whole == null) {
        return text == null
            ? Err.type(receiver, Kind.STRING, Kind.ARRAY, Kind.BYTES)
            : Err.type(receiver, Kind.STRING);
      }
      if (text == null) {
        return Err.of(
            "delimiter type: "
                + GoType.of(delimiter)
                + " must match type of list elements: "
                + GoType.of(receiver));
      }
      return text(whole, text, receiver instanceof Bin, emptyAsNull, frame.budget());
    };
  }

  private static Value elements(Arr array, Value delimiter, Budget budget) {
    budget.elements(array.size());
    ListArr parts = ListArr.withCapacity(4);
    ListArr part = ListArr.withCapacity(4);
    for (int i = 0; i < array.size(); i++) {
      if (Compare.equal(delimiter, array.get(i), budget)) {
        budget.elements(1);
        parts.add(part);
        part = ListArr.withCapacity(4);
      } else {
        part.add(array.get(i));
      }
    }
    parts.add(part);
    // The first part is a nil slice upstream as long as nothing is in it.
    if (((Arr) parts.get(0)).size() == 0) {
      parts.set(0, ListArr.NIL);
    }
    return parts;
  }

  private static Value text(
      Str whole, Str delimiter, boolean bytes, boolean emptyAsNull, Budget budget) {
    budget.read(whole);
    ListArr parts = ListArr.withCapacity(4);
    if (delimiter.length() == 0) {
      characters(whole, bytes, parts, budget);
      return parts;
    }
    int from = 0;
    for (int at = whole.indexOf(delimiter, 0); at >= 0; at = whole.indexOf(delimiter, from)) {
      budget.elements(1);
      parts.add(part(whole.slice(from, at), bytes, emptyAsNull));
      from = at + delimiter.length();
    }
    return parts.add(part(whole.slice(from, whole.length()), bytes, emptyAsNull));
  }

  private static void characters(Str whole, boolean bytes, ListArr parts, Budget budget) {
    byte[] all = whole.toBytes();
    for (int i = 0; i < all.length; ) {
      int width = Runes.decode(all, i, all.length) & 7;
      budget.elements(1);
      parts.add(part(whole.slice(i, i + width), bytes, false));
      i += width;
    }
  }

  private static Value part(Str part, boolean bytes, boolean emptyAsNull) {
    if (emptyAsNull && part.length() == 0) {
      return Null.NULL;
    }
    return bytes ? Bin.of(part.toBytes()) : part;
  }
}
