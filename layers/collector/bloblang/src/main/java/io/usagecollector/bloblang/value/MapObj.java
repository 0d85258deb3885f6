package io.usagecollector.bloblang.value;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An object as two arrays, with an index once it is large. Changed in place by its owner only. */
public final class MapObj extends Obj {
  private static final int INDEXED = 16;
  private static final int LARGE = 1024;
  private static final Str[] NO_KEYS = {};
  private static final Value[] NO_VALUES = {};

  private Str[] keys;
  private Value[] values;
  private int size;
  private int @Nullable [] index;

  /** The bits of all keys there ever were: a key whose bit is not set is not there. */
  private long bits;

  /** In place of {@link #index} once the object is so large that equal hashes would be felt. */
  private @Nullable Map<Str, Integer> places;

  private @Nullable Owner owner;

  public MapObj() {
    this(null, 0);
  }

  public MapObj(@Nullable Owner owner, int capacity) {
    keys = capacity == 0 ? NO_KEYS : new Str[capacity];
    values = capacity == 0 ? NO_VALUES : new Value[capacity];
    this.owner = owner;
  }

  MapObj copy(@Nullable Owner newOwner) {
    MapObj copy = new MapObj(newOwner, 0);
    copy.keys = Arrays.copyOf(keys, size + 2);
    copy.values = Arrays.copyOf(values, size + 2);
    copy.size = size;
    copy.bits = bits;
    copy.index = index == null ? null : index.clone();
    copy.places = places == null ? null : new HashMap<>(places);
    return copy;
  }

  /** True if that owner may change this object in place. */
  public boolean isOwnedBy(Owner candidate) {
    return owner == candidate;
  }

  /** Gives up the right to change: the object can be shared from now on. */
  public void freeze() {
    owner = null;
  }

  public Str keyAt(int i) {
    return keys[i];
  }

  public Value valueAt(int i) {
    return values[i];
  }

  public void setAt(int i, Value value) {
    values[i] = value;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public @Nullable Value get(Str key) {
    int at = find(key);
    return at < 0 ? null : values[at];
  }

  /** The position of a key, or -1. */
  @SuppressWarnings("ReferenceEquality") // equal keys that are no one object are looked for next
  public int find(Str key) {
    Map<Str, Integer> large = places;
    if (large != null) {
      return large.getOrDefault(key, -1);
    }
    int[] table = index;
    if (table != null) {
      return findIndexed(table, key);
    }
    // A mapping's paths share their keys, so the very object is often there.
    for (int i = 0; i < size; i++) {
      if (keys[i] == key) {
        return i;
      }
    }
    if ((bits & bit(key)) == 0) {
      return -1;
    }
    for (int i = 0; i < size; i++) {
      if (keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private int findIndexed(int[] table, Str key) {
    int mask = table.length - 1;
    for (int slot = spread(key) & mask; table[slot] != 0; slot = slot + 1 & mask) {
      int at = table[slot] - 1;
      if (keys[at].equals(key)) {
        return at;
      }
    }
    return -1;
  }

  private static long bit(Str key) {
    return 1L << key.bit();
  }

  private static int spread(Str key) {
    int h = key.hashCode() * 0x9E3779B9;
    return h ^ h >>> 16;
  }

  /** Sets a key, replacing what it had. For the owner, and for whoever is building the object. */
  public MapObj put(Str key, Value value) {
    int at = find(key);
    if (at >= 0) {
      values[at] = value;
      return this;
    }
    return append(key, value);
  }

  /** Adds a key that is known not to be there. For the owner, and for whoever is building. */
  public MapObj append(Str key, Value value) {
    if (size == keys.length) {
      int grown = Math.max(4, size * 2);
      keys = Arrays.copyOf(keys, grown);
      values = Arrays.copyOf(values, grown);
    }
    keys[size] = key;
    values[size] = value;
    size++;
    bits |= bit(key);
    indexLast();
    return this;
  }

  private void indexLast() {
    if (size <= INDEXED) {
      return;
    }
    if (size > LARGE) {
      placeLast();
    } else if (index == null || size * 2 > index.length) {
      reindex();
    } else {
      insert(index, size - 1);
    }
  }

  /** A {@link HashMap} keeps keys of the same hash in order: an event cannot make it slow. */
  private void placeLast() {
    if (places == null) {
      places = new HashMap<>();
      for (int i = 0; i < size - 1; i++) {
        places.put(keys[i], i);
      }
      index = null;
    }
    places.put(keys[size - 1], size - 1);
  }

  private void reindex() {
    int[] table = new int[Integer.highestOneBit(size) * 4];
    for (int i = 0; i < size; i++) {
      insert(table, i);
    }
    index = table;
  }

  private void insert(int[] table, int at) {
    int mask = table.length - 1;
    int slot = spread(keys[at]) & mask;
    while (table[slot] != 0) {
      slot = slot + 1 & mask;
    }
    table[slot] = at + 1;
  }

  /** Removes a key if it is there. */
  public void remove(Str key) {
    int at = find(key);
    if (at < 0) {
      return;
    }
    System.arraycopy(keys, at + 1, keys, at, size - at - 1);
    System.arraycopy(values, at + 1, values, at, size - at - 1);
    size--;
    if (places != null) {
      moved(key, at);
    } else if (index != null) {
      index = null;
      if (size > INDEXED) {
        reindex();
      }
    }
  }

  private void moved(Str removed, int from) {
    Map<Str, Integer> large = Objects.requireNonNull(places);
    large.remove(removed);
    for (int i = from; i < size; i++) {
      large.put(keys[i], i);
    }
  }

  @Override
  public void forEach(BiConsumer<? super Str, ? super Value> each) {
    for (int i = 0; i < size; i++) {
      each.accept(keys[i], values[i]);
    }
  }

  @Override
  public MapObj entries() {
    return this;
  }
}
