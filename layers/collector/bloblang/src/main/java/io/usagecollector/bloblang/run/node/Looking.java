package io.usagecollector.bloblang.run.node;

import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.Value;

/** The nodes that let message functions look at other messages of the batch. */
public final class Looking {
  private Looking() {}

  /** {@code a.from(i)}. */
  public static final class From extends Node {
    private final Node target;
    private final long index;

    public From(Node target, long index) {
      this.target = target;
      this.index = index;
    }

    @Override
    public Value eval(Frame frame) {
      return frame
          .batch()
          .lookingAt(Math.clamp(index, Integer.MIN_VALUE / 2, Integer.MAX_VALUE), target, frame);
    }

    @Override
    public String source() {
      return target.source() + " from " + index;
    }
  }

  /** {@code a.from_all()}. */
  public static final class FromAll extends Node {
    private final Node target;

    public FromAll(Node target) {
      this.target = target;
    }

    @Override
    public Value eval(Frame frame) {
      ListArr all = ListArr.withCapacity(frame.batch().size());
      for (int i = 0; i < frame.batch().size(); i++) {
        Value value = frame.batch().lookingAt(i, target, frame);
        if (value.isErr()) {
          return value;
        }
        all.add(value);
      }
      return all;
    }

    @Override
    public String source() {
      return "method from_all";
    }
  }
}
