package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.Call;
import io.usagecollector.bloblang.DeepStack;
import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Interpolation;
import io.usagecollector.bloblang.Limits;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.run.coerce.Texts;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Exhausted;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Utf8Buffer;
import io.usagecollector.bloblang.value.Value;
import java.util.List;

/**
 * A planned interpolation.
 *
 * @param deep whether it runs on a stack of its own
 * @param limits what one run may use
 */
public record InterpolationTemplate(
    List<Part> parts, Code.Size size, List<Call> calls, boolean deep, Limits limits)
    implements Interpolation {
  /** A part of the text. */
  public sealed interface Part permits Literal, Query {}

  /** What stands there. */
  public record Literal(Str text) implements Part {}

  /** What a query gives. */
  public record Query(Node node) implements Part {}

  @Override
  public boolean isConstant() {
    return parts.stream().allMatch(part -> part instanceof Literal);
  }

  @Override
  public Text apply(List<Message> messages, int index, Host host) {
    return deep
        ? DeepStack.call(() -> attempt(messages, index, host))
        : attempt(messages, index, host);
  }

  private Text attempt(List<Message> messages, int index, Host host) {
    try {
      Budget budget = new Budget(limits, host.timeLimit(), deep);
      return resolve(new MessageBatch(messages, index, host, budget));
    } catch (Exhausted e) {
      return new Text.Failed(Fault.of(e.text()).as(Engine.kind(e)));
    } catch (StackOverflowError e) {
      return new Text.Failed(Fault.of(Engine.TOO_DEEP).as(Fault.Kind.LIMIT));
    }
  }

  private Text resolve(MessageBatch batch) {
    Frame frame = Frame.outermost(batch, new Maps(), null, size);
    Utf8Buffer out = new Utf8Buffer();
    for (Part part : parts) {
      switch (part) {
        case Literal literal -> out.put(literal.text.toBytes());
        case Query query -> {
          Value value = query.node.eval(frame);
          if (value instanceof Err e) {
            return new Text.Failed(new Fault(e.text(), e.valueFree()));
          }
          out.put(Texts.of(value).toBytes());
        }
      }
    }
    return new Text.Resolved(Str.of(out.toByteArray()));
  }
}
