package io.usagecollector.bloblang.extension;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.run.Args;
import io.usagecollector.bloblang.run.Frame;
import io.usagecollector.bloblang.run.Node;
import io.usagecollector.bloblang.run.node.FunctionNode;
import io.usagecollector.bloblang.value.Value;
import java.util.function.Function;

/**
 * A function: its documentation and how to build a call of it. Immutable; every step of the
 * description answers another spec.
 *
 * {@snippet :
 * FunctionSpec die = FunctionSpec.of("die", "General", "A number from 1 to 6.")
 *     .call(args -> host -> IntNum.of(1 + host.random().nextInt(6)));
 * Mapping mapping = Bloblang.standard().with(die).compile("root.fair = die() <= 6");
 * if (mapping.apply(Message.of("{}"), Host.system()) instanceof Result.Mapped(Message mapped)) {
 *   System.out.println(new String(mapped.content(), UTF_8)); // {"fair":true}
 * }
 * }
 */
public record FunctionSpec(Doc doc, Builder builder) {
  /** Builds a call. */
  @FunctionalInterface
  public interface Builder {
    Node build(Args args, CompileTime context) throws ArgumentException;
  }

  /** Prepares what a call answers, once its arguments are known. */
  @FunctionalInterface
  public interface Preparation {
    Function<Host, Value> prepare(Arguments arguments) throws ArgumentException;
  }

  /** Builds what a call does once its arguments are known. */
  @FunctionalInterface
  public interface BodyBuilder {
    Function<Frame, Value> build(Args args) throws ArgumentException;
  }

  public static FunctionSpec of(String name, String category, String description) {
    return new FunctionSpec(
        Doc.of(name, category, description),
        (args, context) -> {
          throw new ArgumentException("function " + name + " does nothing yet");
        });
  }

  public String name() {
    return doc.name();
  }

  public FunctionSpec param(Param param) {
    return new FunctionSpec(doc.with(param), builder);
  }

  public FunctionSpec example(String mapping, String input, String output) {
    return new FunctionSpec(doc.with(new Example(mapping, input, output)), builder);
  }

  public FunctionSpec deprecated(String instead) {
    return new FunctionSpec(doc.withDeprecated(instead), builder);
  }

  /** What it does, in full. */
  public FunctionSpec node(Builder newBuilder) {
    return new FunctionSpec(doc, newBuilder);
  }

  /** What it does with its arguments known. */
  public FunctionSpec body(BodyBuilder newBuilder) {
    String source = "function " + doc.name();
    return node((args, context) -> new FunctionNode(source, newBuilder.build(args)));
  }

  /** What it answers, of the world alone, for functions that are brought from outside. */
  public FunctionSpec call(Preparation preparation) {
    return body(args -> {
      Function<Host, Value> prepared = preparation.prepare(new Arguments(args));
      return frame -> prepared.apply(frame.host());
    });
  }

  /** What it does, where there are no arguments. */
  public FunctionSpec pure(Function<Frame, Value> body) {
    return body(args -> body);
  }
}
