package io.usagecollector.bloblang.value;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An object as it lies in a message. */
public final class RawObj extends Obj {
  private final Document document;
  private final int node;

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
    return document.entries(node);
  }
}
