package io.usagecollector.testkit.openmeter.contract;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips {@link StandInOnly} tests when a real server is under test, with the reason given. */
final class StandInOnlyCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (!RealServer.isGiven()) {
      return ConditionEvaluationResult.enabled("the stand-in is under test");
    }
    String reason =
        AnnotationSupport.findAnnotation(context.getElement(), StandInOnly.class)
            .map(StandInOnly::value)
            .orElse("");
    return ConditionEvaluationResult.disabled("stand-in only: " + reason);
  }
}
