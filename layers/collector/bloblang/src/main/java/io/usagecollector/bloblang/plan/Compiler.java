package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.Call;
import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.DeepStack;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Interpolation;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.run.Code;
import io.usagecollector.bloblang.run.Engine;
import io.usagecollector.bloblang.run.InnerMapping;
import io.usagecollector.bloblang.run.InterpolationTemplate;
import io.usagecollector.bloblang.run.Maps;
import io.usagecollector.bloblang.run.Step;
import io.usagecollector.bloblang.run.root.Target;
import io.usagecollector.bloblang.syntax.Program;
import io.usagecollector.bloblang.syntax.Source;
import io.usagecollector.bloblang.syntax.Statement;
import io.usagecollector.bloblang.syntax.SyntaxException;
import io.usagecollector.bloblang.syntax.parser.Parsed;
import io.usagecollector.bloblang.syntax.parser.Parser;
import io.usagecollector.bloblang.value.Err;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Text in, what runs out. What looks at a text recurses as the text nests: on a deep stack. */
public final class Compiler {
  private final CompileEnvironment environment;
  private final CompileProblems problems = new CompileProblems();
  private final List<Call> calls = new ArrayList<>();

  private Compiler(CompileEnvironment environment) {
    this.environment = environment;
  }

  private record Compiled(Engine engine, List<Call> calls) implements Mapping {
    @Override
    public Result apply(List<Message> batch, int index, Host host) {
      return engine.run(batch, index, host);
    }

    @Override
    public Result applyOnto(Message onto, List<Message> batch, int index, Host host) {
      return engine.runOnto(onto, batch, index, host);
    }
  }

  /** Compiles a mapping or a mutation. */
  public static Mapping mapping(CompileEnvironment environment, String text, boolean mutation)
      throws CompileException {
    Compiler compiler = new Compiler(environment);
    Engine engine = compiler.engine(text, mutation);
    compiler.check();
    return new Compiled(engine, List.copyOf(compiler.calls));
  }

  /** Compiles a text with {@code ${! query }} parts. */
  public static Interpolation interpolation(CompileEnvironment environment, String text)
      throws CompileException {
    Compiler compiler = new Compiler(environment.untraced());
    Source source = new Source("", text);
    Scope scope = new Scope(source);
    TemplateParser parser = new TemplateParser(source, compiler.planner(scope));
    List<InterpolationTemplate.Part> parts = DeepStack.call(() -> compiler.parts(parser));
    compiler.check();
    return new InterpolationTemplate(
        parts, scope.size(), List.copyOf(compiler.calls), parser.isDeep(), environment.limits());
  }

  /**
   * Compiles a mapping for use inside another: without imports, and without what reads messages or
   * the host.
   */
  static InnerMapping inner(CompileEnvironment environment, String text) throws ArgumentException {
    CompileEnvironment pure = environment.inner();
    Compiler compiler = new Compiler(pure);
    try {
      Engine engine = compiler.engine(text, false);
      compiler.check();
      return new InnerMapping(engine.code(), engine.maps(), engine.deep(), engine.code().weight());
    } catch (CompileException e) {
      throw new ArgumentException(
          Err.of(String.valueOf(e.getMessage()), "the inner mapping does not compile"));
    }
  }

  /** What can be parsed of a text; what is wrong with the rest is noted. */
  private Program parse(String text) {
    Parsed parsed = Parser.parse(text, environment.imports());
    parsed.errors().forEach(this::broken);
    return parsed.program();
  }

  private List<InterpolationTemplate.Part> parts(TemplateParser parser) {
    try {
      return parser.parts();
    } catch (SyntaxException e) {
      broken(e);
      return List.of();
    }
  }

  private void broken(SyntaxException e) {
    problems.add(e.source(), e.offset(), String.valueOf(e.getMessage()));
  }

  private void check() throws CompileException {
    if (!problems.isEmpty()) {
      throw new CompileException(problems.errors(), problems.onlyRefusals());
    }
  }

  private Planner planner(Scope scope) {
    return new Planner(environment, scope, problems, calls);
  }

  private Engine engine(String text, boolean mutation) {
    return DeepStack.call(() -> engine(parse(text), mutation));
  }

  private Engine engine(Program program, boolean mutation) {
    Maps maps = new Maps();
    for (Program.NamedMap map : program.maps()) {
      maps.put(map.name(), code("map " + map.name(), map.source(), map.body()));
    }
    Code code = code("", program.source(), program.statements());
    boolean deep = Recursion.isPossible(program) || Weight.of(program).isDeep();
    return new Engine(code, maps, mutation, deep, environment.limits());
  }

  private Code code(String name, Source source, List<Statement> statements) {
    Scope scope = new Scope(source);
    Weight weight = Weight.of(statements);
    if (weight.isTooDeep()) {
      problems.add(source, 0, Weight.TOO_DEEP);
      return new Code(name, List.of(), scope.size(), 0, false);
    }
    Planner planner = planner(scope);
    List<Step> steps = steps(statements, planner, scope);
    return new Code(name, steps, scope.size(), weight.count(), Aliasing.isPossible(statements));
  }

  private static List<Step> steps(List<Statement> statements, Planner planner, Scope scope) {
    return statements.stream().flatMap(statement -> traced(statement, planner, scope)).toList();
  }

  private static Stream<Step> traced(Statement statement, Planner planner, Scope scope) {
    Step step = step(statement, planner, scope);
    return Stream.concat(planner.tracing().before(statement), Stream.of(step));
  }

  private static Step step(Statement statement, Planner planner, Scope scope) {
    return switch (statement) {
      case Statement.Let s ->
          new Step.Let(at(s, s.at(), scope), scope.variable(s.name()), planner.plan(s.value()));
      case Statement.Assign s ->
          new Step.Assign(
              at(s, s.at(), scope), new Target(scope.shared(s.path())), planner.plan(s.value()));
      case Statement.Meta s ->
          new Step.SetMeta(at(s, s.at(), scope), s.key(), planner.plan(s.value()));
      case Statement.If s -> new Step.If(at(s, s.at(), scope), arms(s, planner, scope));
    };
  }

  private static Step.Place at(Statement statement, int offset, Scope scope) {
    Source source = scope.source;
    return new Step.Place(
        statement.line(), source.file(), source.line(offset), source.column(offset));
  }

  private static List<Step.Arm> arms(Statement.If s, Planner planner, Scope scope) {
    List<Step.Arm> arms = new ArrayList<>();
    for (Statement.Arm arm : s.arms()) {
      var condition = arm.condition();
      Stream<Step> first = planner.tracing().into(arm, arms.size());
      arms.add(
          new Step.Arm(
              condition == null ? null : planner.plan(condition),
              Stream.concat(first, steps(arm.body(), planner, scope).stream()).toList()));
    }
    return arms;
  }
}
