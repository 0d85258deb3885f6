package io.usagecollector.core.processor;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code try}: its steps in order, for as long as a message carries no fault. One that carries a
 * fault from before is let through untouched. Each message is a batch of its own here, as upstream
 * has it; of what a step makes of it, each part fails for itself.
 */
public record TryProcessor(List<Processor> steps) implements Processor {
  @Override
  public List<Draft> apply(List<Draft> batch, Passage passage) {
    if (batch.size() == 1) {
      return tried(batch, passage);
    }
    var result = new ArrayList<Draft>(batch.size());
    for (Draft draft : batch) {
      result.addAll(tried(List.of(draft), passage));
    }
    return result;
  }

  private List<Draft> tried(List<Draft> batch, Passage passage) {
    List<Draft> at = batch;
    for (int i = 0; i < steps.size() && !at.isEmpty(); i++) {
      at = at.size() == 1 ? one(steps.get(i), at, passage) : several(steps.get(i), at, passage);
    }
    return at;
  }

  private static List<Draft> one(Processor step, List<Draft> batch, Passage passage) {
    return batch.getFirst().isFlagged() ? batch : step.apply(batch, passage);
  }

  private static List<Draft> several(Processor step, List<Draft> batch, Passage passage) {
    List<Draft> sound = batch.stream().filter(draft -> !draft.isFlagged()).toList();
    if (sound.isEmpty()) {
      return batch;
    }
    List<Draft> flagged = batch.stream().filter(Draft::isFlagged).toList();
    return Drafts.merged(step.apply(sound, passage), flagged);
  }
}
