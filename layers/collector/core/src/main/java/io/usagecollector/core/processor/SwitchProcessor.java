package io.usagecollector.core.processor;

import io.usagecollector.bloblang.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code switch}: each message goes through the steps of the first case whose check is true, the
 * messages of a case as a batch. One whose check fails is flagged, and goes to no other case. One
 * that falls through the last case goes on, while upstream loses it.
 */
public record SwitchProcessor(List<Case> cases) implements Processor {
  /**
   * A case.
   *
   * @param check what decides, or null: then it takes every message
   * @param fallthrough whether what it took goes through the next case too
   */
  public record Case(@Nullable CheckQuery check, List<Processor> steps, boolean fallthrough) {}

  @Override
  public List<Draft> apply(List<Draft> batch, Passage passage) {
    var run = new Run(batch, passage);
    for (Case one : cases) {
      run.through(one);
    }
    return run.result();
  }

  /** One batch's way through the cases. */
  private static final class Run {
    private final Passage passage;
    private final List<Draft> done = new ArrayList<>();
    private List<Draft> remaining;
    private List<Draft> fallen = List.of();

    Run(List<Draft> batch, Passage passage) {
      this.remaining = batch;
      this.passage = passage;
    }

    void through(Case one) {
      List<Draft> taken = new ArrayList<>(fallen);
      remaining = one.check() == null ? takeAll(taken) : ask(one.check(), taken);
      List<Draft> made = taken.isEmpty() ? taken : Processor.all(one.steps(), taken, passage);
      fallen = one.fallthrough() ? made : List.of();
      if (!one.fallthrough()) {
        done.addAll(made);
      }
    }

    private List<Draft> takeAll(List<Draft> taken) {
      taken.addAll(remaining);
      return List.of();
    }

    private List<Draft> ask(CheckQuery check, List<Draft> taken) {
      var refused = new ArrayList<Draft>();
      List<Message> messages = Draft.messages(remaining);
      for (int i = 0; i < remaining.size(); i++) {
        Draft draft = remaining.get(i);
        switch (check.ask(messages, i, passage.host(draft.ordinal()))) {
          case CheckQuery.Answer.Said said -> (said.yes() ? taken : refused).add(draft);
          case CheckQuery.Answer.Failed failed ->
              done.add(draft.failed(draft.message(), failed.fault(), check.place()));
        }
      }
      return refused;
    }

    List<Draft> result() {
      done.addAll(fallen);
      done.addAll(remaining);
      return Drafts.ordered(done);
    }
  }
}
