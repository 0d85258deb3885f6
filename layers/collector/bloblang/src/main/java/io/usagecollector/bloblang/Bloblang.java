package io.usagecollector.bloblang;

import io.usagecollector.bloblang.extension.FunctionSpec;
import io.usagecollector.bloblang.extension.Library;
import io.usagecollector.bloblang.extension.MethodSpec;
import io.usagecollector.bloblang.library.StandardTables;
import io.usagecollector.bloblang.plan.CompileEnvironment;
import io.usagecollector.bloblang.plan.Compiler;
import io.usagecollector.bloblang.run.coerce.Compare;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An environment that compiles mappings: which functions and methods exist, and what a mapping may
 * read of the host while it is compiled. Immutable; every {@code with} answers another environment.
 *
 * {@snippet :
 * Bloblang language = Bloblang.standard().withEnv(Map.of("REGION", "eu")::get);
 * Mapping mapping = language.compile("root.id = \"%s-%v\".format(env(\"REGION\"), this.id)");
 * if (mapping.apply(Message.of("{\"id\":7}"), Host.system()) instanceof Result.Mapped(Message mapped)) {
 *   System.out.println(new String(mapped.content(), UTF_8)); // {"id":"eu-7"}
 * }
 * }
 */
public final class Bloblang {
  private final CompileEnvironment environment;

  private Bloblang(CompileEnvironment environment) {
    this.environment = environment;
  }

  /** The language with its whole library, no environment variables and no imports. */
  public static Bloblang standard() {
    return new Bloblang(CompileEnvironment.of(StandardTables.library()));
  }

  /** Where {@code env("NAME")} looks; it is asked once, while a mapping is compiled. */
  public Bloblang withEnv(Function<String, @Nullable String> lookup) {
    return new Bloblang(environment.withEnv(lookup));
  }

  /** Where {@code import} and {@code from} find files. */
  public Bloblang withImports(ImportSource source) {
    return new Bloblang(environment.withImports(source));
  }

  /** Who is told what runs of the mappings compiled; the mappings answer as they would without. */
  public Bloblang withTracer(Tracer tracer) {
    return new Bloblang(environment.withTracer(tracer));
  }

  /** What one run of a mapping may use; {@link Limits#standard} unless said. */
  public Bloblang withLimits(Limits limits) {
    return new Bloblang(environment.withLimits(limits));
  }

  /**
   * The environment with a function more, or one in place of another of its name.
   *
   * {@snippet :
   * FunctionSpec price = FunctionSpec.of("price", "Billing", "What a unit costs in a plan.")
   *     .param(Param.string("plan", "The plan's name."))
   *     .example("root.price = price(\"team\")", "{}", "{\"price\":5}")
   *     .call(args -> {
   *       Value found = args.text(0).equals("team") ? IntNum.of(5) : Err.of("there is no plan " + args.text(0));
   *       return host -> found;
   *     });
   * Mapping mapping = Bloblang.standard().with(price).compile("root.cost = this.units * price(plan: \"team\")");
   * if (mapping.apply(Message.of("{\"units\":3}"), Host.system()) instanceof Result.Mapped(Message mapped)) {
   *   System.out.println(new String(mapped.content(), UTF_8)); // {"cost":15}
   * }
   * }
   */
  public Bloblang with(FunctionSpec function) {
    return new Bloblang(environment.with(library().with(List.of(function), List.of())));
  }

  /**
   * The environment with a method more, or one in place of another of its name.
   *
   * {@snippet :
   * MethodSpec shout = MethodSpec.of("shout", "String Manipulation", "The text in capitals, with an exclamation mark.")
   *     .pure(value -> value instanceof Str s
   *         ? Str.of(s.toString().toUpperCase(Locale.ROOT) + "!")
   *         : Err.type(value, Kind.STRING));
   * Mapping mapping = Bloblang.standard().with(shout).compile("root.name = this.name.shout()");
   * if (mapping.apply(Message.of("{\"name\":\"Ada\"}"), Host.system()) instanceof Result.Mapped(Message mapped)) {
   *   System.out.println(new String(mapped.content(), UTF_8)); // {"name":"ADA!"}
   * }
   * }
   */
  public Bloblang with(MethodSpec method) {
    return new Bloblang(environment.with(library().with(List.of(), List.of(method))));
  }

  /** Whether {@code ==} says that two values are the same. */
  public static boolean equal(Value one, Value other) {
    return Compare.equal(one, other);
  }

  /** Where {@code import} and {@code from} find files. */
  public ImportSource imports() {
    return environment.imports();
  }

  /** All functions and methods, with their documentation and examples. */
  public Library library() {
    return environment.library();
  }

  /**
   * Compiles what the processors {@code mapping} and {@code bloblang} run: a new document is built
   * from the input.
   */
  public Mapping compile(String source) throws CompileException {
    return Compiler.mapping(environment, source, false);
  }

  /**
   * Compiles what the processor {@code mutation} runs: the input document is changed in place.
   *
   * {@snippet :
   * Mapping mutation = Bloblang.standard().compileMutation("root.b = this.a + 1");
   * if (mutation.apply(Message.of("{\"a\":1}"), Host.system()) instanceof Result.Mapped(Message mapped)) {
   *   System.out.println(new String(mapped.content(), UTF_8)); // {"a":1,"b":2}
   * }
   * }
   */
  public Mapping compileMutation(String source) throws CompileException {
    return Compiler.mapping(environment, source, true);
  }

  /** Compiles a configuration field with {@code ${! query }} parts. */
  public Interpolation compileInterpolation(String text) throws CompileException {
    return Compiler.interpolation(environment, text);
  }
}
