package io.usagecollector.bloblang.value;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An object of two different keys, never changed: what a query sees of each member it is evaluated
 * for ({@code key} and {@code value}). It is most often read once and forgotten, so it is made
 * without arrays.
 */
public final class PairObj extends Obj {
  private final Str firstKey;
  private final Value first;
  private final Str secondKey;
  private final Value second;

  public PairObj(Str firstKey, Value first, Str secondKey, Value second) {
    this.firstKey = firstKey;
    this.first = first;
    this.secondKey = secondKey;
    this.second = second;
  }

  @Override
  public @Nullable Value get(Str key) {
    return key.equals(firstKey) ? first : key.equals(secondKey) ? second : null;
  }

  @Override
  public int size() {
    return 2;
  }

  @Override
  public void forEach(BiConsumer<? super Str, ? super Value> each) {
    each.accept(firstKey, first);
    each.accept(secondKey, second);
  }

  @Override
  public MapObj entries() {
    return new MapObj(null, 2).append(firstKey, first).append(secondKey, second);
  }
}
