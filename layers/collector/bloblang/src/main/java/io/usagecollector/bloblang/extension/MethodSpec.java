package io.usagecollector.bloblang.extension;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Naming;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.Op;
import io.usagecollector.bloblang.run.node.MethodNode;
import org.jspecify.annotations.Nullable;

/**
 * A method: its documentation and how to build a call of it. Immutable; every step of the
 * description answers another spec.
 *
 * {@snippet :
 * MethodSpec times = MethodSpec.of("times", "Number Manipulation", "The number, so many times.")
 *     .param(Param.integer("count", "How many times.").or(IntNum.of(2)))
 *     .call(args -> {
 *       long count = args.integer(0);
 *       return (receiver, budget) -> receiver instanceof IntNum n ? IntNum.of(n.value() * count) : Err.type(receiver, Kind.NUMBER);
 *     });
 * Mapping mapping = Bloblang.standard().with(times).compile("root = [21.times(), 21.times(3)]");
 * if (mapping.apply(Message.of("{}"), Host.system()) instanceof Result.Mapped(Message mapped)) {
 *   System.out.println(new String(mapped.content(), UTF_8)); // [42,63]
 * }
 * }
 *
 * @param doc what can be read about it
 * @param folds whether a call on literals is computed while compiling, so that its errors are
 *     compile errors
 * @param naming which of its errors say where the receiver came from
 */
public record MethodSpec(Doc doc, boolean folds, Naming naming, ContextBuilder builder) {
  /** Builds a call on a target. */
  @FunctionalInterface
  public interface Builder {
    Node build(Node target, Args args) throws ArgumentException;
  }

  /** Builds a call on a target that needs to know what it is compiled with. */
  @FunctionalInterface
  public interface ContextBuilder {
    Node build(Node target, Args args, CompileTime context) throws ArgumentException;
  }

  /**
   * Builds what a call does once its arguments are known: the place to prepare a regex or a layout.
   */
  @FunctionalInterface
  public interface OpBuilder {
    Op build(Args args) throws ArgumentException;
  }

  /** Prepares what a call does, once its arguments are known: a pattern, a schema, a layout. */
  @FunctionalInterface
  public interface Preparation {
    Body prepare(Arguments arguments) throws ArgumentException;
  }

  /** As {@link Preparation}; none where another method's call is built instead. */
  @FunctionalInterface
  public interface PartialPreparation {
    @Nullable Body prepare(Arguments arguments) throws ArgumentException;
  }

  /** What a method without arguments does. */
  @FunctionalInterface
  public interface Pure {
    io.usagecollector.bloblang.value.Value apply(io.usagecollector.bloblang.value.Value receiver);
  }

  public static MethodSpec of(String name, String category, String description) {
    return new MethodSpec(
        Doc.of(name, category, description),
        false,
        Naming.ALL,
        (target, args, context) -> {
          throw new ArgumentException("method " + name + " does nothing yet");
        });
  }

  public String name() {
    return doc.name();
  }

  private MethodSpec with(Doc newDoc) {
    return new MethodSpec(newDoc, folds, naming, builder);
  }

  public MethodSpec param(Param param) {
    return with(doc.with(param));
  }

  /** Takes any number of arguments of any kind, none by name. */
  public MethodSpec variadic() {
    return with(doc.withVariadic());
  }

  public MethodSpec example(String mapping, String input, String output) {
    return with(doc.with(new Example(mapping, input, output)));
  }

  public MethodSpec deprecated(String instead) {
    return with(doc.withDeprecated(instead));
  }

  /** A call on literals with literal arguments is computed while compiling. */
  public MethodSpec folding() {
    return new MethodSpec(doc, true, naming, builder);
  }

  /**
   * Errors do not say where the receiver came from, as of upstream's plugins. To be said before
   * what it does.
   */
  public MethodSpec plugin() {
    return new MethodSpec(doc, folds, Naming.NONE, builder);
  }

  /**
   * Errors say where the receiver came from only if it is of the wrong kind. To be said before what
   * it does.
   */
  public MethodSpec namingReceiver() {
    return new MethodSpec(doc, folds, Naming.RECEIVER, builder);
  }

  /** What it does, in full: the call decides itself when and how its target is evaluated. */
  public MethodSpec node(Builder newBuilder) {
    return inContext((target, args, context) -> newBuilder.build(target, args));
  }

  /** As {@link #node}, knowing what it is compiled with. */
  public MethodSpec inContext(ContextBuilder newBuilder) {
    return new MethodSpec(doc, folds, naming, newBuilder);
  }

  /** What it does with its arguments known. */
  public MethodSpec op(OpBuilder newBuilder) {
    Naming names = naming;
    String name = doc.name();
    return node((target, args) -> new MethodNode(target, newBuilder.build(args), name, names));
  }

  /** What it does with its arguments known, for methods that are brought from outside. */
  public MethodSpec call(Preparation preparation) {
    return op(args -> ofBody(preparation.prepare(new Arguments(args))));
  }

  /**
   * As {@link #call}, for a method that takes another's place: where the preparation gives none,
   * the call is the other's. Its errors say where the receiver came from as the other's do.
   */
  public MethodSpec callOr(MethodSpec other, PartialPreparation preparation) {
    return inContext((target, args, context) -> {
      Body body = preparation.prepare(new Arguments(args));
      return body == null
          ? other.builder().build(target, args, context)
          : new MethodNode(target, ofBody(body), other.name(), other.naming());
    });
  }

  private static Op ofBody(Body body) {
    return (receiver, frame) -> body.apply(receiver, new RunBudget(frame.budget()));
  }

  /** What it does, where there are no arguments. */
  public MethodSpec pure(Pure body) {
    Op op = (receiver, frame) -> body.apply(receiver);
    return op(args -> op);
  }
}
