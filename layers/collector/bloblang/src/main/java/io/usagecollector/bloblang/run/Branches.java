package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.run.coerce.Compare;
import io.usagecollector.bloblang.run.coerce.GoType;
import io.usagecollector.bloblang.value.Absent;
import io.usagecollector.bloblang.value.Bool;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.Null;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nodes that choose and rebind: if, match, lambda, bracketed query, not. */
public final class Branches {
  private Branches() {}

  /** One way of an {@link If}. */
  public record Branch(Node condition, Node result) {}

  /** An if expression: null counts as false, no branch taken is <i>nothing</i>. */
  public static final class If extends Node {
    private final List<Branch> branches;
    private final @Nullable Node otherwise;

    public If(List<Branch> branches, @Nullable Node otherwise) {
      this.branches = branches;
      this.otherwise = otherwise;
    }

    @Override
    public Value eval(Frame frame) {
      for (int i = 0; i < branches.size(); i++) {
        Branch branch = branches.get(i);
        Value taken = branch.condition.eval(frame);
        if (taken == Bool.TRUE) {
          return branch.result.eval(frame);
        }
        if (taken instanceof Err e) {
          return e.wrap("failed to check if condition" + (i == 0 ? "" : " " + i));
        }
        if (taken != Bool.FALSE && taken != Null.NULL) {
          return GoType.notBool(branch.condition.source(), taken);
        }
      }
      return otherwise == null ? Absent.NOTHING : otherwise.eval(frame);
    }

    @Override
    public String source() {
      return "if expression";
    }
  }

  /**
   * An arm of a {@link Match}: a literal pattern is compared with the subject, any other query must
   * yield true, no pattern always fits.
   */
  public record Case(@Nullable Node pattern, Node result) {}

  /** A match expression; without a subject it tests {@code this}. */
  public static final class Match extends Node {
    private final @Nullable Node subject;
    private final List<Case> cases;

    public Match(@Nullable Node subject, List<Case> cases) {
      this.subject = subject;
      this.cases = cases;
    }

    @Override
    public Value eval(Frame frame) {
      Value value = subject == null ? frame.self() : subject.eval(frame);
      if (value.isErr()) {
        if (subject != null) {
          return value;
        }
        value = Null.NULL;
      }
      for (int i = 0; i < cases.size(); i++) {
        Case next = cases.get(i);
        Value fits = fits(next.pattern, value, frame);
        if (fits instanceof Err e) {
          return e.wrap("failed to check match case " + i);
        }
        if (fits == Bool.TRUE) {
          return frame.with(value, next.result);
        }
      }
      return Absent.NOTHING;
    }

    private static Value fits(@Nullable Node pattern, Value value, Frame frame) {
      if (pattern == null) {
        return Bool.TRUE;
      }
      return pattern instanceof Constant literal
          ? Bool.of(Compare.equal(value, literal.value(), frame.budget))
          : frame.with(value, pattern);
    }

    @Override
    public String source() {
      return "match expression";
    }
  }

  /** Tells that a way is taken. */
  public static final class Traced extends Node {
    private final Runnable reached;
    private final Node result;

    public Traced(Runnable reached, Node result) {
      this.reached = reached;
      this.result = result;
    }

    @Override
    public Value eval(Frame frame) {
      reached.run();
      return result.eval(frame);
    }

    @Override
    public String source() {
      return result.source();
    }
  }

  /** {@code name -> body}: takes {@code this} under a name, and steps out of it. */
  public static final class Lambda extends Node {
    private final String name;
    private final int slot;
    private final Node body;
    private final int weight;

    /** A lambda; a negative slot binds nothing. The weight is how many expressions it has. */
    public Lambda(String name, int slot, Node body, int weight) {
      this.weight = weight;
      this.name = name;
      this.slot = slot;
      this.body = body;
    }

    @Override
    public Value eval(Frame frame) {
      frame.budget.step(weight);
      Value taken = frame.self();
      if (taken.isErr()) {
        return Err.noContext("").wrap("failed to capture context " + name);
      }
      Value self = frame.self;
      Value previous = frame.previous;
      frame.self = previous;
      frame.previous = null;
      if (slot >= 0) {
        frame.names[slot] = taken;
      }
      Value result = body.eval(frame);
      frame.self = self;
      frame.previous = previous;
      return result;
    }

    @Override
    public String source() {
      return body.source();
    }
  }

  /** {@code a.(query)}. */
  public static final class MapTo extends Node {
    private final Node target;
    private final Node query;

    public MapTo(Node target, Node query) {
      this.target = target;
      this.query = query;
    }

    @Override
    public Value eval(Frame frame) {
      Value value = target.eval(frame);
      return value.isErr() ? value : frame.with(value, query);
    }

    @Override
    public String source() {
      return query.source();
    }
  }

  /** {@code !a}. */
  public static final class Not extends Node {
    private final Node operand;

    public Not(Node operand) {
      this.operand = operand;
    }

    @Override
    public Value eval(Frame frame) {
      Value value = operand.eval(frame);
      if (value instanceof Bool b) {
        return Bool.of(!b.value());
      }
      return Err.typeFrom(operand.source(), value, "bool");
    }

    @Override
    public String source() {
      return "not " + operand.source();
    }
  }
}
