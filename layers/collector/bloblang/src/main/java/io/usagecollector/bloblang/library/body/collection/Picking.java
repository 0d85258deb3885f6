package io.usagecollector.bloblang.library.body.collection;

import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.run.root.Path;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code with} and {@code without}: goes down as deep as the paths go, not into arrays. */
public final class Picking {
  private Picking() {}

  public static MapObj of(MapObj object, List<Path> paths, int depth, boolean with, Budget budget) {
    budget.elements(2L * object.size());
    MapObj picked = new MapObj(null, object.size());
    for (int i = 0; i < object.size(); i++) {
      Str key = object.keyAt(i);
      Value value = object.valueAt(i);
      List<Path> here = new ArrayList<>();
      boolean ends = false;
      for (Path path : paths) {
        if (path.segment(depth).equals(key)) {
          if (path.size() == depth + 1) {
            ends = true;
          } else {
            here.add(path);
          }
        }
      }
      if (with ? ends || !here.isEmpty() : !ends) {
        boolean deeper = !here.isEmpty() && value instanceof Obj;
        picked.put(
            key, deeper ? of(((Obj) value).entries(), here, depth + 1, with, budget) : value);
      }
    }
    return picked;
  }
}
