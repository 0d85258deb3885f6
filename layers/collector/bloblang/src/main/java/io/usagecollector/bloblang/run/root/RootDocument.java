package io.usagecollector.bloblang.run.root;

import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Owner;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The document being built. It owns the containers it made; values assigned to it are shared, and
 * copied along the written path when somebody writes into them. In a mapping whose variables may
 * alias parts of the document, it copies at once instead.
 */
public final class RootDocument {
  private static final Str DASH = Str.of("-");

  /** The place of the document, which no container holds. */
  private static final int ROOT = -1;

  private static final Err COLLISION = Err.of("encountered value collision whilst building path");

  private final Owner owner = new Owner();
  private final boolean aliased;
  private final Budget budget;
  private Value root;

  public RootDocument(Value root, boolean aliased, Budget budget) {
    this.aliased = aliased;
    this.budget = budget;
    this.root = aliased ? Copies.owned(root, owner, budget) : root;
  }

  public Value root() {
    return root;
  }

  /**
   * A part of the document as an expression sees it: live if variables may alias it, else as it is
   * now.
   */
  public Value read(Path path) {
    Value value = path.read(root, budget);
    return aliased ? value : Copies.frozen(value, owner, budget);
  }

  public @Nullable Err assign(Target target, Value value) {
    Str[] path = target.segments;
    if (path.length == 0) {
      budget.newDocument();
      root = stored(value);
      return null;
    }
    if (root == Absent.NOTHING || root == Null.NULL) {
      root = new MapObj(owner, 8);
    }
    if (value == Absent.DELETE) {
      delete(path, target.indexes);
      return null;
    }
    Value stored = stored(value);
    Err problem =
        root instanceof Arr array && path[0].equals(DASH)
            ? appendToRoot(target, array, stored)
            : set(path, target.indexes, stored);
    if (problem == COLLISION) {
      return collision(target);
    }
    return problem == null ? null : problem.wrap("unable to set target path " + target.text);
  }

  private Value stored(Value value) {
    return aliased ? Copies.owned(value, owner, budget) : Copies.settled(value, budget);
  }

  private MapObj own(Obj object) {
    if (object instanceof MapObj map && map.isOwnedBy(owner)) {
      return map;
    }
    budget.elements(2L * object.size());
    return object.copyFor(owner);
  }

  private ListArr own(Arr array) {
    if (array instanceof ListArr list && list.isOwnedBy(owner)) {
      return list;
    }
    budget.elements(array.size());
    return array.elements().copy(owner);
  }

  /** Sets a value at a path, making objects on the way; null, or the bare reason why it cannot. */
  public @Nullable Err set(Str[] path, int[] indexes, Value value) {
    Value holder = Null.NULL;
    int place = ROOT;
    int last = path.length - 1;
    for (int i = 0; i <= last; i++) {
      Value at = held(holder, place);
      if (at instanceof Obj object) {
        MapObj map = own(object);
        if (map != object) {
          hold(holder, place, map);
        }
        if (i == last) {
          map.put(path[i], value);
          return null;
        }
        place = objectAt(map, path[i]);
        holder = map;
      } else if (at instanceof Arr array) {
        Err problem = elementProblem(array, path, indexes, i);
        if (problem != null) {
          return problem;
        }
        ListArr list = own(array);
        hold(holder, place, list);
        place = indexes[i];
        if (path[i].equals(DASH)) {
          place = list.size();
          list.add(new MapObj(owner, 4));
        }
        if (i == last) {
          list.set(place, value);
          return null;
        }
        holder = list;
      } else {
        return COLLISION;
      }
    }
    return null;
  }

  /** The place of a member; a missing or null one is made an object. */
  private int objectAt(MapObj map, Str key) {
    int place = map.find(key);
    if (place < 0) {
      map.append(key, new MapObj(owner, 8));
      return map.size() - 1;
    }
    if (map.valueAt(place) == Null.NULL) {
      map.setAt(place, new MapObj(owner, 4));
    }
    return place;
  }

  /** What is at a place of a container; the document itself at {@link #ROOT}. */
  private Value held(Value holder, int place) {
    if (place == ROOT) {
      return root;
    }
    return holder instanceof MapObj map ? map.valueAt(place) : ((ListArr) holder).get(place);
  }

  private void hold(Value holder, int place, Value value) {
    if (place == ROOT) {
      root = value;
    } else if (holder instanceof MapObj map) {
      map.setAt(place, value);
    } else {
      ((ListArr) holder).set(place, value);
    }
  }

  private @Nullable Err appendToRoot(Target target, Arr array, Value value) {
    ListArr list = own(array);
    list.add(new MapObj(owner, 4));
    root = list;
    Str[] path = target.segments.clone();
    path[0] = Str.of(Integer.toString(list.size() - 1));
    int[] indexes = target.indexes.clone();
    indexes[0] = list.size() - 1;
    return set(path, indexes, value);
  }

  private static @Nullable Err elementProblem(Arr array, Str[] path, int[] indexes, int i) {
    if (path[i].equals(DASH)) {
      return i == 0 ? Err.of("unable to append new array index at root of path") : null;
    }
    String segment = path[i].toString();
    String where = "failed to resolve path segment '" + i + "': ";
    if (indexes[i] < 0) {
      boolean negative = segment.startsWith("-") && Path.index(Str.of(segment.substring(1))) > 0;
      return Err.of(
          negative
              ? where + "found array but index '" + segment + "' is invalid"
              : where
                  + "found array but segment value '"
                  + segment
                  + "' could not be parsed into array index: strconv.Atoi: parsing \""
                  + segment
                  + "\": invalid syntax");
    }
    if (indexes[i] >= array.size()) {
      return Err.of(
          where
              + "found array but index '"
              + segment
              + "' exceeded target array size of '"
              + array.size()
              + "'");
    }
    return i < path.length - 1 && array.get(indexes[i]) == Null.NULL
        ? Err.of(where + "field '" + segment + "' was not found")
        : null;
  }

  /** Names the first value on the way that is no object, an array included, as upstream does. */
  private Err collision(Target target) {
    String start = "unable to set target path " + target.text + " as the value of ";
    if (!(root instanceof Obj)) {
      return Err.of(start + "the root was a non-object type (" + root.kind() + ")");
    }
    List<Str> path = List.of(target.segments);
    Value seen = root;
    for (int i = 0; i < path.size(); i++) {
      seen = new Path(path.subList(i, i + 1)).read(seen, budget);
      if (!(seen instanceof Obj)) {
        return Err.of(
            start
                + new Path(path.subList(0, i + 1))
                + " was a non-object type ("
                + seen.kind()
                + ")");
      }
    }
    return Err.of(start + target.text + " was a non-object type (" + seen.kind() + ")");
  }

  private void delete(Str[] path, int[] indexes) {
    int last = path.length - 1;
    Value holder = new Path(Arrays.asList(path).subList(0, last)).read(root, budget);
    boolean removable =
        holder instanceof Obj object
            ? object.get(path[last]) != null
            : last > 0
                && holder instanceof Arr array
                && indexes[last] >= 0
                && indexes[last] < array.size();
    if (!removable) {
      return;
    }
    Value container = Null.NULL;
    int place = ROOT;
    for (int i = 0; i <= last; i++) {
      Value at = held(container, place);
      if (at instanceof Obj object) {
        MapObj map = own(object);
        hold(container, place, map);
        if (i == last) {
          map.remove(path[i]);
          return;
        }
        container = map;
        place = map.find(path[i]);
        if (place < 0) {
          return;
        }
      } else if (at instanceof Arr array && indexes[i] >= 0) {
        ListArr list = own(array);
        hold(container, place, list);
        place = indexes[i];
        if (i == last) {
          list.remove(place);
          return;
        }
        container = list;
      } else {
        return;
      }
    }
  }
}
