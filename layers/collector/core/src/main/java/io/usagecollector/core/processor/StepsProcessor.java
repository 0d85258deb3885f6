package io.usagecollector.core.processor;

import java.util.List;

/** {@code processors}: its steps, one after the other. */
public record StepsProcessor(List<Processor> steps) implements Processor {
  @Override
  public List<Draft> apply(List<Draft> batch, Passage passage) {
    return Processor.all(steps, batch, passage);
  }
}
