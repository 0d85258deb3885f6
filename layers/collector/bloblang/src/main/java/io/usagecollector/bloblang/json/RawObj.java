package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An object as it lies in a message. */
public final class RawObj extends Obj.Lazy {
  private final Document document;
  private final int node;

  /**
   * Made when a large object is looked into; volatile, so that a second thread sees it whole or not
   * at all.
   */
  private volatile @Nullable MapObj indexed;

  RawObj(Document document, int node) {
    this.document = document;
    this.node = node;
  }

  /** The document it lies in. */
  public Document document() {
    return document;
  }

  /** Its node there. */
  public int node() {
    return node;
  }

  @Override
  public @Nullable Value get(Str key) {
    if (isLarge()) {
      return entries().get(key);
    }
    int value = document.find(node, key);
    return value < 0 ? null : document.valueAt(value);
  }

  @Override
  public int size() {
    return entries().size();
  }

  @Override
  public void forEach(BiConsumer<? super Str, ? super Value> each) {
    entries().forEach(each);
  }

  @Override
  public MapObj entries() {
    return isLarge() ? indexed() : document.entries(node);
  }

  private MapObj indexed() {
    MapObj known = indexed;
    if (known == null) {
      known = document.entries(node);
      indexed = known;
    }
    return known;
  }

  /** Whether its members are indexed by the first look, not searched by each. */
  public boolean isLarge() {
    return document.isLarge(node);
  }

  /** How many members were written, repeated keys included: without looking at them. */
  public int written() {
    return document.count(node);
  }
}
