package io.usagecollector.bloblang.value;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An object as it lies in a message. */
public final class RawObj extends Obj {
  final Document document;
  final int node;

  RawObj(Document document, int node) {
    this.document = document;
    this.node = node;
  }

  @Override
  public @Nullable Value get(Str key) {
    return document.member(node, key);
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
