package io.usagecollector.core.processor;

import java.util.ArrayList;
import java.util.List;

/** {@code for_each}: its steps for each message as a batch of its own. */
public record ForEachProcessor(List<Processor> steps) implements Processor {
  @Override
  public List<Draft> apply(List<Draft> batch, Passage passage) {
    if (batch.size() == 1) {
      return Processor.all(steps, batch, passage);
    }
    var result = new ArrayList<Draft>(batch.size());
    for (Draft draft : batch) {
      result.addAll(Processor.all(steps, List.of(draft), passage));
    }
    return result;
  }
}
