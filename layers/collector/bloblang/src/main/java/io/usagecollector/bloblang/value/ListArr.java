package io.usagecollector.bloblang.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An array of values. Changed in place by its owner only. */
public final class ListArr extends Arr {
  /**
   * The empty array of an empty literal or of an iteration that yielded nothing: it prints {@code
   * null} as text until it is assigned to the document or to metadata (a nil slice, in the
   * language's origin).
   */
  public static final ListArr NIL = new ListArr(null, new Value[0], 0);

  private Value[] elements;
  private int size;
  private @Nullable Owner owner;

  ListArr(@Nullable Owner owner, Value[] elements, int size) {
    this.owner = owner;
    this.elements = elements;
    this.size = size;
  }

  public static ListArr withCapacity(int capacity) {
    return new ListArr(null, new Value[capacity], 0);
  }

  /** Some other array with the same elements, to be changed by its owner. */
  public ListArr copy(@Nullable Owner newOwner) {
    return new ListArr(newOwner, Arrays.copyOf(elements, size), size);
  }

  public boolean isOwnedBy(Owner candidate) {
    return owner == candidate;
  }

  /** Gives up the right to change: the array can be shared from now on. */
  public void freeze() {
    owner = null;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Value get(int index) {
    return elements[index];
  }

  public void set(int index, Value value) {
    elements[index] = value;
  }

  /** Appends an element: for the owner, and for whoever is building the array. */
  public ListArr add(Value value) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, Math.max(4, size * 2));
    }
    elements[size++] = value;
    return this;
  }

  /** Removes the element at an index; the later ones move down. */
  public void remove(int index) {
    System.arraycopy(elements, index + 1, elements, index, size - index - 1);
    size--;
  }

  @Override
  public ListArr elements() {
    return this;
  }
}
