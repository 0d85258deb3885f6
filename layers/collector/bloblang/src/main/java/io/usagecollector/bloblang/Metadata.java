package io.usagecollector.bloblang;

import io.usagecollector.bloblang.value.MapObj;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A message's metadata, made when it is first read. Made twice at worst, and the same then. */
final class Metadata {
  private final Supplier<MapObj> maker;
  private volatile @Nullable MapObj made;

  private Metadata(Supplier<MapObj> maker, @Nullable MapObj made) {
    this.maker = maker;
    this.made = made;
  }

  static Metadata of(MapObj all) {
    return new Metadata(() -> all, all);
  }

  static Metadata madeBy(Supplier<MapObj> maker) {
    return new Metadata(maker, null);
  }

  MapObj get() {
    MapObj known = made;
    if (known == null) {
      known = maker.get();
      made = known;
    }
    return known;
  }
}
