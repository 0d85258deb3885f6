package io.usagecollector.core.pipeline;

import io.usagecollector.bloblang.Mapping;

/** Lets a tool look at what mappings do, such as which of their statements run. */
@FunctionalInterface
public interface Instrument {
  /** Runs every mapping as it is. */
  Instrument NONE = CompiledMapping::mapping;

  /** What runs in the place of a compiled mapping; it must answer as that one does. */
  Mapping instrument(CompiledMapping compiled);
}
