package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.run.root.RootDocument;
import io.usagecollector.bloblang.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Everything that changes while a mapping, or a map it applies, runs on one message. A node that
 * rebinds something puts it back before it answers; failures are values, so there is no other way
 * out.
 */
public final class Frame {
  /** The batch; shared by the frames of applied maps. */
  final MessageBatch batch;

  /** What is left of the run's limits; shared by the frames of applied maps. */
  final Budget budget;

  /** The maps that can be applied. */
  final Maps maps;

  /** The document being built; null where there is none to see (interpolation). */
  final @Nullable RootDocument tree;

  /** The names of lambdas around the running node, by slot. */
  final Value[] names;

  /** The variables, by slot; null while unset. */
  final @Nullable Value[] variables;

  /**
   * What was read of the message's document, by slot; null where it may change (a mutation's), or
   * where nothing of it is read.
   */
  final @Nullable Value @Nullable [] read;

  /** How many maps have been entered. */
  final int depth;

  /** {@code this}, and what it was before; null for the message itself. */
  @Nullable Value self;

  @Nullable Value previous;

  /** A frame in which what is read is looked up every time. */
  Frame(MessageBatch batch, Maps maps, @Nullable RootDocument tree, Code.Size size, int depth) {
    this(batch, maps, tree, size, depth, null);
  }

  private Frame(
      MessageBatch batch,
      Maps maps,
      @Nullable RootDocument tree,
      Code.Size size,
      int depth,
      @Nullable Value @Nullable [] read) {
    this.batch = batch;
    this.budget = batch.budget();
    this.maps = maps;
    this.tree = tree;
    this.names = new Value[size.names()];
    this.variables = new Value[size.variables().size()];
    this.depth = depth;
    this.read = read;
  }

  /** The frame of a run as a whole, which remembers what it reads of a document that stays. */
  static Frame outermost(
      MessageBatch batch, Maps maps, @Nullable RootDocument tree, Code.Size size) {
    @Nullable Value @Nullable [] read = batch.isMutating() ? null : new Value[size.reads()];
    return new Frame(batch, maps, tree, size, 0, read);
  }

  /**
   * {@code this}: the bound value or the message's document; an {@link
   * io.usagecollector.bloblang.value.Err} if that is no JSON.
   */
  Value self() {
    Value bound = self;
    return bound != null ? bound : batch.document();
  }

  /** Evaluates a node with {@code this} bound to a value. */
  public Value with(Value value, Node node) {
    Value outerSelf = self;
    Value outerPrevious = previous;
    previous = outerSelf;
    self = value;
    Value result = node.eval(this);
    self = outerSelf;
    previous = outerPrevious;
    return result;
  }

  /** What the world is like. */
  public Host host() {
    return batch.host();
  }

  /** What is left of what the run may use: drawn from by whatever repeats or grows. */
  public Budget budget() {
    return budget;
  }

  /** The messages, and which of them is looked at. */
  public MessageBatch batch() {
    return batch;
  }
}
