package io.usagecollector.core.careful;

import io.usagecollector.core.delivery.item.Inbound;
import io.usagecollector.core.delivery.item.Item;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Supplier;

/**
 * A record whose items are made under a mark. An error that ends the process leaves the mark; what
 * delivery settles as the record's own fault does not.
 */
final class MarkedInbound implements WrappedInbound {
  private final Inbound inbound;
  private final Marks marks;
  private final String name;

  MarkedInbound(Inbound inbound, Marks marks) {
    this.inbound = inbound;
    this.marks = marks;
    this.name = inbound.handle().toString();
  }

  @Override
  public Inbound inbound() {
    return inbound;
  }

  @Override
  public Iterator<Item> items(Duration left) {
    Iterator<Item> items = marked(() -> inbound.items(left));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return marked(items::hasNext);
      }

      @Override
      public Item next() {
        return marked(items::next);
      }
    };
  }

  private <T> T marked(Supplier<T> work) {
    marks.at(name);
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | StackOverflowError e) {
      marks.past();
      throw e;
    }
    marks.past();
    return result;
  }
}
