package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.run.coerce.GoType;
import io.usagecollector.bloblang.run.root.Copies;
import io.usagecollector.bloblang.run.root.RootDocument;
import io.usagecollector.bloblang.run.root.Target;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A planned statement. */
public abstract sealed class Step {
  private final Place place;

  Step(Place place) {
    this.place = place;
  }

  /**
   * Where a statement stands.
   *
   * @param line its line as error texts count
   * @param file the file it is in; empty for the mapping itself
   * @param actual its line
   * @param column its column
   */
  public record Place(int line, String file, int actual, int column) {}

  /** Where it stands. */
  final Place place() {
    return place;
  }

  /** Its line, as error texts count. */
  public final int line() {
    return place.line;
  }

  /** Runs it; null, or why it failed. */
  abstract @Nullable Err run(Frame frame);

  /** Tells that the step after it is reached. */
  public static final class Traced extends Step {
    private final Runnable reached;

    public Traced(Runnable reached) {
      super(new Place(0, "", 0, 0));
      this.reached = reached;
    }

    @Override
    @Nullable Err run(Frame frame) {
      reached.run();
      return null;
    }
  }

  /** {@code let name = value}. */
  public static final class Let extends Step {
    private final int slot;
    private final Node value;

    public Let(Place place, int slot, Node value) {
      super(place);
      this.slot = slot;
      this.value = value;
    }

    @Override
    @Nullable Err run(Frame frame) {
      Value result = value.eval(frame);
      if (result instanceof Err e) {
        return e;
      }
      if (result != Absent.NOTHING) {
        frame.variables[slot] = result == Absent.DELETE ? null : result;
      }
      return null;
    }
  }

  /** {@code root.path = value}. */
  public static final class Assign extends Step {
    private final Target target;
    private final Node value;

    public Assign(Place place, Target target, Node value) {
      super(place);
      this.target = target;
      this.value = value;
    }

    @Override
    @Nullable Err run(Frame frame) {
      Value result = value.eval(frame);
      if (result instanceof Err e) {
        return e;
      }
      RootDocument tree = frame.tree;
      return result == Absent.NOTHING || tree == null ? null : tree.assign(target, result);
    }
  }

  /** {@code meta key = value}; all metadata without a key. */
  public static final class SetMeta extends Step {
    private final @Nullable Str key;
    private final Node value;

    public SetMeta(Place place, @Nullable Str key, Node value) {
      super(place);
      this.key = key;
      this.value = value;
    }

    @Override
    @Nullable Err run(Frame frame) {
      Value result = value.eval(frame);
      if (result instanceof Err e) {
        return e;
      }
      if (result == Absent.NOTHING) {
        return null;
      }
      if (frame.depth > 0) {
        return Err.of("unable to assign metadata in the current context");
      }
      return key == null ? all(frame.batch, result) : one(frame.batch, key, result);
    }

    private static @Nullable Err one(MessageBatch batch, Str key, Value value) {
      if (value == Absent.DELETE) {
        batch.ownMetadata().remove(key);
      } else {
        batch.ownMetadata().put(key, Copies.deep(value, batch.budget()));
      }
      return null;
    }

    private static @Nullable Err all(MessageBatch batch, Value value) {
      if (value == Absent.DELETE) {
        batch.replaceMetadata(new io.usagecollector.bloblang.value.MapObj());
        return null;
      }
      if (!(Copies.deep(value, batch.budget()) instanceof Obj object)) {
        return Err.of(
            "setting root meta object requires object value, received: " + GoType.of(value));
      }
      batch.replaceMetadata(object.copyFor(null));
      return null;
    }
  }

  /** {@code if}. */
  public static final class If extends Step {
    private final List<Arm> arms;

    public If(Place place, List<Arm> arms) {
      super(place);
      this.arms = arms;
    }

    @Override
    @Nullable Err run(Frame frame) {
      for (int i = 0; i < arms.size(); i++) {
        Arm arm = arms.get(i);
        Node condition = arm.condition;
        Value taken = condition == null ? Bool.TRUE : condition.eval(frame);
        if (taken instanceof Err e) {
          return e.wrap("failed to check if condition " + (i + 1));
        }
        if (!(taken instanceof Bool b)) {
          return GoType.notBool(condition == null ? "" : condition.source(), taken);
        }
        if (b.value()) {
          return block(arm.body, frame);
        }
      }
      return null;
    }

    private static @Nullable Err block(List<Step> body, Frame frame) {
      for (Step step : body) {
        Err failure = step.run(frame);
        if (failure != null) {
          return failure;
        }
      }
      return null;
    }
  }

  /** An arm of an if; the last may have no condition. */
  public record Arm(@Nullable Node condition, List<Step> body) {}
}
