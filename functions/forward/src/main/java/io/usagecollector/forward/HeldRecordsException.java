package io.usagecollector.forward;

import io.usagecollector.core.delivery.outcome.BatchReport;
import io.usagecollector.core.delivery.outcome.Outcome;
import io.usagecollector.core.delivery.outcome.RecordGroup;
import java.util.stream.Collectors;

/**
 * Fails the invocation, so that the trigger hands the batch over again. Its message names the held
 * records and why; its stack would tell nothing.
 */
final class HeldRecordsException extends RuntimeException {
  private static final int MOST_GROUPS = 10;

  HeldRecordsException(BatchReport report) {
    super(text(report), null, false, false);
  }

  private static String text(BatchReport report) {
    return report.tally().count(Outcome.Kind.HELD)
        + " of "
        + report.tally().received()
        + " records are held, so the batch must come again: "
        + RecordGroup.held(report).stream()
            .limit(MOST_GROUPS)
            .map(RecordGroup::toString)
            .collect(Collectors.joining("; "));
  }
}
