package io.usagecollector.tooling.trial;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.core.config.finding.Notice;
import io.usagecollector.core.config.mapping.CompiledMapping;
import io.usagecollector.core.event.StreamId;
import io.usagecollector.core.processor.Draft;
import io.usagecollector.core.processor.Measurements;
import io.usagecollector.core.processor.Processor;
import io.usagecollector.core.processor.UnarchiveProcessor;
import io.usagecollector.core.record.ProcessorPipeline;
import io.usagecollector.core.record.RecordPipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Processors to be tried. Immutable, safe to use from any number of threads. */
public final class TrialChain {
  /**
   * Messages of a batch are numbered this far apart, so that the parts of one, numbered upwards
   * from it, stay before the next.
   */
  private static final int STRIDE = UnarchiveProcessor.MOST_PARTS;

  private static final int MOST_MESSAGES = Integer.MAX_VALUE / STRIDE - 1;

  private final List<Processor> processors;
  private final List<CompiledMapping> mappings;
  private final List<Notice> notices;

  TrialChain(List<Processor> processors, List<CompiledMapping> mappings, List<Notice> notices) {
    this.processors = List.copyOf(processors);
    this.mappings = List.copyOf(mappings);
    this.notices = List.copyOf(notices);
  }

  /**
   * Runs a batch through the processors; every one of them sees it whole.
   *
   * @param host clock and random generator of every message
   * @return what comes out, in order; what a processor failed on carries its fault
   * @throws IllegalArgumentException for a batch of more than 200,000 messages
   */
  public List<Tried> run(List<Message> batch, Host host) {
    if (batch.size() > MOST_MESSAGES) {
      throw new IllegalArgumentException("a batch has " + MOST_MESSAGES + " messages at most");
    }
    var drafts = new ArrayList<Draft>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      drafts.add(Draft.of(i * STRIDE, batch.get(i)));
    }
    return Processor.all(processors, drafts, new TrialPassage(host)).stream()
        .map(TrialChain::tried)
        .toList();
  }

  private static Tried tried(Draft draft) {
    Fault fault = draft.message().fault();
    Optional<String> failedAt =
        fault == null
            ? Optional.empty()
            : Optional.ofNullable(draft.failedAt()).map(place -> place.describe(fault));
    return new Tried(draft.ordinal() / STRIDE, draft.message(), failedAt);
  }

  /**
   * The processors as the function runs them on records: what they make must be a document, and
   * clock and chance are the record's.
   */
  public RecordPipeline bind(StreamId stream) {
    return new ProcessorPipeline(processors, stream, Measurements.NONE);
  }

  /** Every mapping in them, in the order they are read. */
  public List<CompiledMapping> mappings() {
    return mappings;
  }

  /** What the file says of them that is taken otherwise here. */
  public List<Notice> notices() {
    return notices;
  }
}
