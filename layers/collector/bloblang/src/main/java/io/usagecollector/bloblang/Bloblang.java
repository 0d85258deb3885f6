package io.usagecollector.bloblang;

import io.usagecollector.bloblang.library.FunctionSpec;
import io.usagecollector.bloblang.library.Library;
import io.usagecollector.bloblang.library.MethodSpec;
import io.usagecollector.bloblang.plan.Compiler;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An environment that compiles mappings: which functions and methods exist, and what a mapping may
 * read of the host while it is compiled. Immutable; every {@code with} answers another environment.
 */
public final class Bloblang {
  private static final Bloblang STANDARD =
      new Bloblang(Library.standard(), name -> null, ImportSource.none());

  private final Library library;
  private final Function<String, @Nullable String> env;
  private final ImportSource imports;

  private Bloblang(Library library, Function<String, @Nullable String> env, ImportSource imports) {
    this.library = library;
    this.env = env;
    this.imports = imports;
  }

  /** The language with its whole library, no environment variables and no imports. */
  public static Bloblang standard() {
    return STANDARD;
  }

  /** Where {@code env("NAME")} looks; it is asked once, while a mapping is compiled. */
  public Bloblang withEnv(Function<String, @Nullable String> lookup) {
    return new Bloblang(library, lookup, imports);
  }

  /** Where {@code import} and {@code from} find files. */
  public Bloblang withImports(ImportSource source) {
    return new Bloblang(library, env, source);
  }

  /** The environment with a function more, or one in place of another of its name. */
  public Bloblang with(FunctionSpec function) {
    return new Bloblang(library.with(List.of(function), List.of()), env, imports);
  }

  /** The environment with a method more, or one in place of another of its name. */
  public Bloblang with(MethodSpec method) {
    return new Bloblang(library.with(List.of(), List.of(method)), env, imports);
  }

  /** All functions and methods, with their documentation and examples. */
  public Library library() {
    return library;
  }

  /**
   * Compiles what the processors {@code mapping} and {@code bloblang} run: a new document is built
   * from the input.
   */
  public Mapping compile(String source) throws CompileException {
    return Compiler.mapping(library, env, imports, source, false);
  }

  /** Compiles what the processor {@code mutation} runs: the input document is changed in place. */
  public Mapping compileMutation(String source) throws CompileException {
    return Compiler.mapping(library, env, imports, source, true);
  }

  /** Compiles a configuration field with {@code ${! query }} parts. */
  public Interpolation compileInterpolation(String text) throws CompileException {
    return Compiler.interpolation(library, env, text);
  }
}
