package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.run.root.Path;
import io.usagecollector.bloblang.run.root.RootDocument;
import io.usagecollector.bloblang.run.root.Target;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import org.jspecify.annotations.Nullable;

/** {@code a.set("path", value)}. */
public final class Setting extends Node {
  private final Node target;
  private final Path path;
  private final Target place;
  private final Value value;

  public Setting(Node target, Path path, Value value) {
    this.target = target;
    this.path = path;
    this.place = new Target(path.segments());
    this.value = value;
  }

  @Override
  public Value eval(Frame frame) {
    Value receiver = target.eval(frame);
    if (receiver.isErr()) {
      return receiver;
    }
    Err problem = value == Absent.DELETE ? undeletable(receiver, frame.budget) : null;
    if (problem != null) {
      return problem;
    }
    RootDocument tree =
        new RootDocument(receiver == Null.NULL ? new MapObj() : receiver, false, frame.budget);
    Err failure =
        value == Absent.DELETE
            ? tree.assign(place, value)
            : tree.set(place.segments, place.indexes, value);
    return failure == null ? tree.root() : failure;
  }

  /** Why nothing can be removed at the path, in upstream's words; null if something can. */
  private @Nullable Err undeletable(Value receiver, Budget budget) {
    if (receiver == Null.NULL) {
      return Err.of("not an object");
    }
    int last = path.size() - 1;
    Str name = path.segment(last);
    return switch (new Path(path.segments().subList(0, last)).read(receiver, budget)) {
      case Obj object -> object.get(name) == null ? Err.of("field not found") : null;
      case Arr array when last == 0 -> Err.of("unable to delete array index at root of path");
      case Arr array when Path.index(name) < 0 ->
          Err.of(
              "failed to parse array index '"
                  + name
                  + "': strconv.Atoi: parsing \""
                  + name
                  + "\": invalid syntax");
      case Arr array -> Path.index(name) >= array.size() ? Err.of("out of bounds") : null;
      default -> Err.of("not an object or array");
    };
  }

  @Override
  public String source() {
    return "path `" + path + "`";
  }
}
