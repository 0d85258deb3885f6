package io.usagecollector.simulation.function;

import io.usagecollector.bloblang.TimeLimit;
import io.usagecollector.core.event.Reason;
import io.usagecollector.core.event.SourceRecord;
import io.usagecollector.core.record.Part;
import io.usagecollector.core.record.RecordPipeline;
import io.usagecollector.simulation.event.Mapping;
import io.usagecollector.simulation.ledger.Happening;
import io.usagecollector.simulation.world.Surroundings;
import java.util.List;

/** A mapping that may be slow, and whose runs are told of. */
final class ObservedMapping implements RecordPipeline {
  /** No record takes more than such a part of an invocation: alone, each can be mapped. */
  private static final int PATIENCE = 5;

  /** How long a mapping works between two looks at its time, at most. */
  private static final int STEP = 100;

  /** It looks so often, however little time there is. */
  private static final int LOOKS = 20;

  private final Surroundings world;
  private final FunctionProcess process;
  private final Mapping mapping;

  ObservedMapping(Surroundings world, FunctionProcess process, Mapping mapping) {
    this.world = world;
    this.process = process;
    this.mapping = mapping;
  }

  @Override
  public List<Part> process(SourceRecord record) {
    world.tell(new Happening.Mapped(world.now(), process.invocation(), record.at()));
    return mapping.process(record);
  }

  @Override
  public List<Part> process(SourceRecord record, TimeLimit time) {
    if (world.happens(world.faults().slowMapping())) {
      long most = (process.invocation().deadline() - process.invocation().start()) / PATIENCE;
      long step = Math.clamp(most / LOOKS, 1, STEP);
      for (long took = world.random().nextLong(1 + most); took > 0; took -= step) {
        if (time.isOver()) {
          return List.of(
              new Part.Faulted(0, Reason.of(Reason.Kind.OUT_OF_TIME, "its time was up")));
        }
        process.pause(Math.min(took, step));
      }
    }
    return process(record);
  }
}
