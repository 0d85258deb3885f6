package io.usagecollector.local.lambda;

import java.time.Clock;

class InProcessInstanceTest extends FunctionInstanceContract {
  @Override
  FunctionInstance open(FunctionSettings function) {
    return new InProcessInstance(function, Clock.systemUTC(), output::add);
  }
}
