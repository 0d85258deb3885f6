package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.DeepStack;
import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Limits;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.run.root.RootDocument;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Exhausted;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a planned mapping on a message.
 *
 * @param deep whether its maps can apply themselves: it then runs on a stack of its own
 * @param limits what one run may use
 */
public record Engine(Code code, Maps maps, boolean mutation, boolean deep, Limits limits) {
  static final String TOO_DEEP = "the mapping goes deeper than the stack allows";

  public Result run(List<Message> messages, int index, Host host) {
    return guarded(messages.get(index), () -> map(messages, index, host));
  }

  /** Builds on another message's document and metadata, and keeps what it changed if it fails. */
  public Result runOnto(Message onto, List<Message> messages, int index, Host host) {
    return guarded(onto, () -> mapOnto(onto, messages, index, host));
  }

  private Result guarded(Message input, Supplier<Result> run) {
    return deep ? DeepStack.call(() -> attempt(input, run)) : attempt(input, run);
  }

  /**
   * The limits of nesting are chosen so that no stack of the usual size overflows; the caller's may
   * be smaller. A mutation may use up its limits on the document, before its first statement.
   */
  private static Result attempt(Message input, Supplier<Result> run) {
    try {
      return run.get();
    } catch (StackOverflowError e) {
      return failed(input, Fault.of(TOO_DEEP).as(Fault.Kind.LIMIT));
    } catch (Exhausted e) {
      return failed(input, Fault.of(e.text()).as(kind(e)));
    }
  }

  private static Result failed(Message input, Fault fault) {
    return new Result.Failed(fault, input.withFault(fault));
  }

  static Fault.Kind kind(Exhausted e) {
    return e.isOutOfTime() ? Fault.Kind.TIME : Fault.Kind.LIMIT;
  }

  private MessageBatch batch(List<Message> messages, int index, Host host) {
    return new MessageBatch(messages, index, host, new Budget(limits, host.timeLimit(), deep));
  }

  private Result mapOnto(Message onto, List<Message> messages, int index, Host host) {
    MessageBatch batch = batch(messages, index, host);
    batch.replaceMetadata(onto.metadata().copyFor(null));
    Value document = document(onto);
    RootDocument tree =
        new RootDocument(document == null ? Absent.NOTHING : document, true, batch.budget());
    return steps(onto, tree, batch, true);
  }

  private Result map(List<Message> messages, int index, Host host) {
    Message input = messages.get(index);
    MessageBatch batch = batch(messages, index, host);
    RootDocument tree =
        mutation
            ? mutable(input, batch)
            : new RootDocument(Absent.NOTHING, code.aliased(), batch.budget());
    return steps(input, tree, batch, mutation);
  }

  /**
   * @param halfKept whether a failure leaves what had been changed until then
   */
  private Result steps(Message input, RootDocument tree, MessageBatch batch, boolean halfKept) {
    Frame frame = Frame.outermost(batch, maps, tree, code.size());
    for (Step step : code.steps()) {
      Fault fault = run(step, frame, batch);
      if (fault != null) {
        return new Result.Failed(fault, left(input, tree, batch, halfKept).withFault(fault));
      }
    }
    return mapped(input, tree, batch);
  }

  private static Message left(
      Message input, RootDocument tree, MessageBatch batch, boolean halfKept) {
    return halfKept && mapped(input, tree, batch) instanceof Result.Mapped half
        ? half.message()
        : input;
  }

  private static @Nullable Fault run(Step step, Frame frame, MessageBatch batch) {
    try {
      Err failure = step.run(frame);
      return failure == null ? null : fault(failure, step, batch);
    } catch (Exhausted e) {
      return fault(Err.of(e.text()), step, batch).as(kind(e));
    }
  }

  private static RootDocument mutable(Message input, MessageBatch batch) {
    batch.mutateMetadata();
    Value document = document(input);
    if (document == null) {
      return new RootDocument(Absent.NOTHING, true, batch.budget());
    }
    RootDocument tree = new RootDocument(document, true, batch.budget());
    batch.mutate(tree.root());
    return tree;
  }

  /** A message's document, or null if it has none. */
  private static @Nullable Value document(Message message) {
    Value document = message.structured();
    boolean structured = message.isStructured() || message.content().length > 0;
    return document.isErr() || !structured ? null : document;
  }

  private static Fault fault(Err failure, Step step, MessageBatch batch) {
    Err err = failure;
    String field = failure.missingContext();
    Err why = field == null ? null : batch.whyNoDocument();
    if (field != null && why != null) {
      String reference = field.isEmpty() ? "'this'" : "'this." + field + "'";
      err = why.wrap("unable to reference message as structured (with " + reference + ")");
    }
    err = err.at(step.line());
    Step.Place at = step.place();
    return new Fault(err.text(), err.valueFree(), at.file(), at.actual(), at.column());
  }

  private static Result mapped(Message input, RootDocument tree, MessageBatch batch) {
    Value root = tree.root();
    if (root == Absent.DELETE) {
      return Result.Deleted.DELETED;
    }
    MapObj changed = batch.changedMetadata();
    Message message = changed == null ? input : input.withMetadata(changed);
    if (root == Absent.NOTHING) {
      return new Result.Mapped(message);
    }
    return new Result.Mapped(
        switch (root) {
          case Str s -> message.withContent(s.toBytes());
          case Bin b -> message.withContent(b.bytes());
          default -> message.withStructured(root);
        });
  }
}
