package io.usagecollector.cli.unit;

import io.usagecollector.bloblang.CompileException;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.cli.source.BareMapping;
import io.usagecollector.cli.source.Complaints;
import io.usagecollector.cli.source.FileTrouble;
import io.usagecollector.cli.source.InputFile;
import io.usagecollector.cli.source.Placeholders;
import io.usagecollector.core.config.finding.ConfigException;
import io.usagecollector.core.config.variable.EnvironmentVariables;
import io.usagecollector.tooling.trial.TrialChain;
import io.usagecollector.tooling.trial.TrialFile;
import io.usagecollector.tooling.trial.Tried;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the tests of a file. */
public final class CaseRunner {
  /** What a test runs. */
  private interface Tested {
    List<Tried> run(List<Message> batch, Host host);
  }

  private final Path config;
  private final EnvironmentVariables environment;
  private final @Nullable Coverage coverage;
  private final Consumer<String> notices;

  /**
   * @param environment the variables of this process; a test's own are over them
   * @param coverage learns what runs; null where nobody asks
   * @param notices is told of variables for which a placeholder stands
   */
  public CaseRunner(
      TestFile file,
      EnvironmentVariables environment,
      @Nullable Coverage coverage,
      Consumer<String> notices) {
    this.config = file.config();
    this.environment = environment;
    this.coverage = coverage;
    this.notices = notices;
  }

  /**
   * Runs a test. The clock and chance are this machine's.
   *
   * @throws UnusableTestsException if what it tests cannot be had
   */
  public CaseResult run(TestCase test) throws UnusableTestsException {
    Tested tested = tested(test);
    List<List<Tried>> received = new ArrayList<>();
    for (List<Message> batch : test.inputs()) {
      List<Tried> out = tested.run(batch, Host.system());
      if (!out.isEmpty()) {
        received.add(out);
      }
    }
    return new CaseResult(test, Comparison.of(test, received));
  }

  private Tested tested(TestCase test) throws UnusableTestsException {
    EnvironmentVariables variables =
        name -> {
          @Nullable String own = test.environment().get(name);
          return own == null ? environment.get(name) : own;
        };
    return switch (test.target()) {
      case TestCase.Target.Processors processors ->
          chain(test, processors.target(), variables)::run;
      case TestCase.Target.MappingFile mapping -> mapping(mapping, variables)::run;
    };
  }

  private TrialChain chain(TestCase test, String target, EnvironmentVariables variables)
      throws UnusableTestsException {
    int hash = target.indexOf('#');
    Path file = hash > 0 ? config.resolveSibling(target.substring(0, hash)) : config;
    var placeholders = new Placeholders(variables, text(file));
    try {
      TrialChain chain = chain(file, target.substring(hash + 1), test, placeholders);
      placeholders
          .used()
          .forEach((name, at) -> notices.accept(Placeholders.notice(file, at, name)));
      return chain;
    } catch (ConfigException e) {
      throw new UnusableTestsException(
          Stream.concat(
                  Stream.of(test.at() + ": the test \"" + test.name() + "\" has nothing to run:"),
                  complaints(file, e).map(text -> text.indent(2).stripTrailing()))
              .toList());
    }
  }

  /** What is not set, and has no default, is tried with one placeholder after the other. */
  private TrialChain chain(Path file, String target, TestCase test, Placeholders variables) {
    while (true) {
      try {
        TrialFile trial = TrialFile.load(file, variables);
        if (coverage != null) {
          trial = trial.traced(coverage);
          coverage.expect(trial);
        }
        return trial.processors(target, test.mocks());
      } catch (ConfigException e) {
        if (!variables.changeAny(e.problems())) {
          throw e;
        }
      }
    }
  }

  private static Stream<String> complaints(Path file, ConfigException e) {
    return Complaints.of(e, file.toString(), text(file)).stream();
  }

  /** The file's text; of one that cannot be read nothing: its reader says why. */
  private static String text(Path file) {
    try {
      return InputFile.read(file);
    } catch (IOException unreadable) {
      return "";
    }
  }

  private BareMapping mapping(TestCase.Target.MappingFile target, EnvironmentVariables variables)
      throws UnusableTestsException {
    Path file = config.resolveSibling(target.path()).normalize();
    try {
      return BareMapping.load(file, variables, coverage);
    } catch (CompileException e) {
      throw new UnusableTestsException(Complaints.of(e, file));
    } catch (IOException e) {
      throw new UnusableTestsException(target.at(), FileTrouble.of(file, e));
    }
  }
}
