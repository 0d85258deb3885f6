package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.run.Code;
import io.usagecollector.bloblang.run.root.Path;
import io.usagecollector.bloblang.syntax.Source;
import io.usagecollector.bloblang.value.Str;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The slots of one mapping or map while it is planned. */
final class Scope {
  final Source source;
  private final Map<String, Integer> variables = new LinkedHashMap<>();
  private final Map<Str, Str> keys = new HashMap<>();
  private final Map<List<Str>, Integer> reads = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private int mostNames;
  private boolean complete;

  Scope(Source source) {
    this.source = source;
  }

  /**
   * The slot of a variable, whether it is ever set or not. Once the plan is complete, -1 for a name
   * that is not in it: a call with a computed name looks while the mapping runs.
   */
  int variable(String name) {
    return complete
        ? variables.getOrDefault(name, -1)
        : variables.computeIfAbsent(name, unseen -> variables.size());
  }

  /** The same keys, equal ones the same object in all paths. */
  List<Str> shared(List<Str> path) {
    return path.stream().map(key -> keys.computeIfAbsent(key, unseen -> unseen)).toList();
  }

  /** The slot of a path below {@code this}, the same for equal ones. */
  int read(Path path) {
    return reads.computeIfAbsent(path.segments(), unseen -> reads.size());
  }

  int pushName(String name) {
    names.add(name);
    mostNames = Math.max(mostNames, names.size());
    return names.size() - 1;
  }

  void popName() {
    names.remove(names.size() - 1);
  }

  int name(String name) {
    return names.lastIndexOf(name);
  }

  /** How many slots a run needs; no more can be had then. */
  Code.Size size() {
    complete = true;
    return new Code.Size(mostNames, List.copyOf(variables.keySet()), reads.size());
  }
}
