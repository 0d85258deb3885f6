package io.usagecollector.core.config.component;

import io.usagecollector.core.config.finding.Findings;
import io.usagecollector.core.place.ProcessorPlace;
import io.usagecollector.core.processor.BranchProcessor;
import io.usagecollector.core.processor.CatchProcessor;
import io.usagecollector.core.processor.ForEachProcessor;
import io.usagecollector.core.processor.LogProcessor;
import io.usagecollector.core.processor.MappingProcessor;
import io.usagecollector.core.processor.MetricProcessor;
import io.usagecollector.core.processor.Processor;
import io.usagecollector.core.processor.StepsProcessor;
import io.usagecollector.core.processor.SwitchProcessor;
import io.usagecollector.core.processor.TryProcessor;
import io.usagecollector.core.processor.UnarchiveProcessor;
import java.util.List;

/**
 * Refuses what may take a record apart twice: the second time's parts would be numbered by what was
 * dropped after the first, and their ids would change with a filter.
 */
public final class TakenApart {
  private static final String TWICE =
      " may take apart what was taken apart before, and the ids of its parts would then depend on"
          + " what was dropped in between: take a record apart once";
  private static final String BRANCHED =
      " cannot be had in a branch, which must give one message for each it was given:"
          + " take the record apart before or after it";

  private final Findings findings;

  public TakenApart(Findings findings) {
    this.findings = findings;
  }

  public void check(List<Processor> processors) {
    after(processors, false);
  }

  /** Whether messages may have been taken apart once they are through the steps. */
  private boolean after(List<Processor> steps, boolean before) {
    boolean apart = before;
    for (Processor step : steps) {
      apart = after(step, apart);
    }
    return apart;
  }

  private boolean after(Processor step, boolean before) {
    return switch (step) {
      case UnarchiveProcessor unarchive -> {
        if (before) {
          problem(unarchive, TWICE);
        }
        yield true;
      }
      case SwitchProcessor cases -> after(cases, before);
      case TryProcessor(List<Processor> steps) -> after(steps, before);
      case CatchProcessor(List<Processor> steps) -> after(steps, before);
      case ForEachProcessor(List<Processor> steps) -> after(steps, before);
      case StepsProcessor(List<Processor> steps) -> after(steps, before);
      case BranchProcessor branch -> {
        refuseIn(branch.steps());
        yield before;
      }
      case MappingProcessor _, LogProcessor _, MetricProcessor _ -> before;
    };
  }

  private boolean after(SwitchProcessor cases, boolean before) {
    boolean any = before;
    boolean fallen = false;
    for (SwitchProcessor.Case one : cases.cases()) {
      boolean apart = after(one.steps(), before || fallen);
      fallen = one.fallthrough() && apart;
      any |= apart;
    }
    return any;
  }

  private void refuseIn(List<Processor> steps) {
    for (Processor step : steps) {
      switch (step) {
        case UnarchiveProcessor unarchive -> problem(unarchive, BRANCHED);
        case SwitchProcessor cases -> cases.cases().forEach(one -> refuseIn(one.steps()));
        case TryProcessor(List<Processor> inner) -> refuseIn(inner);
        case CatchProcessor(List<Processor> inner) -> refuseIn(inner);
        case ForEachProcessor(List<Processor> inner) -> refuseIn(inner);
        case StepsProcessor(List<Processor> inner) -> refuseIn(inner);
        case BranchProcessor branch -> refuseIn(branch.steps());
        case MappingProcessor _, LogProcessor _, MetricProcessor _ -> {}
      }
    }
  }

  private void problem(UnarchiveProcessor unarchive, String why) {
    ProcessorPlace place = unarchive.place();
    findings.problem(place.at(), place.path() + why);
  }
}
