package io.usagecollector.bloblang.value;

import java.util.List;

/** An array. One read from a message stays a view of its bytes until its elements are asked for. */
public abstract sealed class Arr extends Value permits Arr.Lazy, ListArr {
  Arr() {}

  public abstract int size();

  /** The element at an index from 0 to size - 1. */
  public abstract Value get(int index);

  /** This array as a list of elements; itself if it is so already. */
  public abstract ListArr elements();

  public static ListArr of(Value... elements) {
    return new ListArr(null, elements, elements.length);
  }

  public static ListArr of(List<? extends Value> elements) {
    return of(elements.toArray(Value[]::new));
  }

  @Override
  public final Kind kind() {
    return Kind.ARRAY;
  }

  /** What it is, and how large; as JSON it is written by others. */
  @Override
  public final String toString() {
    return kind() + " of " + size();
  }

  /** An array whose elements are made when somebody asks for them. Immutable, as it looks. */
  public abstract static non-sealed class Lazy extends Arr {
    protected Lazy() {}
  }
}
