package io.usagecollector.bloblang.json;

import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.Value;
import org.jspecify.annotations.Nullable;

/** An array as it lies in a message. */
public final class RawArr extends Arr.Lazy {
  final Document document;
  final int node;

  /**
   * Made when an element is asked for; volatile, so that a second thread sees it whole or not at
   * all.
   */
  private volatile @Nullable ListArr elements;

  RawArr(Document document, int node) {
    this.document = document;
    this.node = node;
  }

  @Override
  public int size() {
    return document.count(node);
  }

  @Override
  public Value get(int index) {
    return elements().get(index);
  }

  @Override
  public ListArr elements() {
    ListArr known = elements;
    if (known == null) {
      known = document.elements(node);
      elements = known;
    }
    return known;
  }
}
