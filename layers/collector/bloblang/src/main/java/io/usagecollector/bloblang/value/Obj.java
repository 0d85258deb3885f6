package io.usagecollector.bloblang.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An object: keys in the order they came, each once. One read from a message stays a view of its
 * bytes until somebody needs more than a look.
 */
public abstract sealed class Obj extends Value permits Obj.Lazy, PairObj, MapObj {
  Obj() {}

  /** The value under a key, or null if there is none. */
  public abstract @Nullable Value get(Str key);

  /** The value under a key, or null if there is none. */
  public final @Nullable Value get(String key) {
    return get(Str.of(key));
  }

  /** How many keys. */
  public abstract int size();

  /** Hands out every key with its value, in order. */
  public abstract void forEach(BiConsumer<? super Str, ? super Value> each);

  /** This object as keys and values; itself if it is so already. */
  public abstract MapObj entries();

  /** Some other object with the same keys and values, to be changed by its owner. */
  public final MapObj copyFor(@Nullable Owner owner) {
    return entries().copy(owner);
  }

  /** The keys in their order. */
  public final List<Str> keys() {
    List<Str> keys = new ArrayList<>(size());
    forEach((key, value) -> keys.add(key));
    return keys;
  }

  @Override
  public final Kind kind() {
    return Kind.OBJECT;
  }

  /** What it is, and how large; as JSON it is written by others. */
  @Override
  public final String toString() {
    return kind() + " of " + size();
  }

  /** An object whose members are made when somebody asks for them. Immutable, as it looks. */
  public abstract static non-sealed class Lazy extends Obj {
    protected Lazy() {}
  }
}
