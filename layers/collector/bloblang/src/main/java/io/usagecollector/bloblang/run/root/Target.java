package io.usagecollector.bloblang.run.root;

import io.usagecollector.bloblang.value.Str;
import java.util.List;

/** Where an assignment goes: no segments for the whole document. */
public final class Target {
  public final Str[] segments;
  public final int[] indexes;
  final String text;

  public Target(List<Str> segments) {
    this.segments = segments.toArray(Str[]::new);
    this.indexes = segments.stream().mapToInt(Path::index).toArray();
    this.text = new Path(segments).toString();
  }
}
