package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Limits;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Exhausted;
import io.usagecollector.bloblang.value.Value;
import java.util.List;

/** Evaluates while compiling what depends on nothing but literals. */
public final class ConstantFolding {
  private ConstantFolding() {}

  public static Value eval(Node node) {
    Budget budget = new Budget(Limits.standard());
    MessageBatch none =
        new MessageBatch(List.of(Message.of(new byte[0])), 0, Host.system(), budget);
    try {
      return node.eval(new Frame(none, new Maps(), null, new Code.Size(0, List.of(), 0), 0));
    } catch (Exhausted e) {
      return Err.of(e.text());
    }
  }
}
