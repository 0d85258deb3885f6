package io.usagecollector.core.processor;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code catch}: its steps, all of them, for each message that carries a fault, which is taken off
 * afterwards. Upstream so: what fails within it is taken off too.
 */
public record CatchProcessor(List<Processor> steps) implements Processor {
  @Override
  public List<Draft> apply(List<Draft> batch, Passage passage) {
    if (batch.size() == 1 && !batch.getFirst().isFlagged()) {
      return batch;
    }
    var result = new ArrayList<Draft>(batch.size());
    for (Draft draft : batch) {
      if (draft.isFlagged()) {
        for (Draft caught : Processor.all(steps, List.of(draft), passage)) {
          result.add(caught.healed());
        }
      } else {
        result.add(draft);
      }
    }
    return result;
  }
}
