package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.value.Value;

/** A query that is evaluated again and again; what is no lambda does not count itself. */
public final class Counted extends Node {
  private final Node body;
  private final int weight;

  private Counted(Node body, int weight) {
    this.body = body;
    this.weight = weight;
  }

  /** The query with its evaluations counted. */
  public static Node of(Node query, int weight) {
    return query instanceof Branches.Lambda || query instanceof Constant
        ? query
        : new Counted(query, weight);
  }

  static Node uncounted(Node query) {
    return query instanceof Counted counted ? counted.body : query;
  }

  @Override
  public Value eval(Frame frame) {
    frame.budget.step(weight);
    return body.eval(frame);
  }

  @Override
  public String source() {
    return body.source();
  }
}
