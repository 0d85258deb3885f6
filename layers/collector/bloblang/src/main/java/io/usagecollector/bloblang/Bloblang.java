package io.usagecollector.bloblang;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An environment that compiles mappings: which functions and methods exist, and what a mapping may
 * read of the host while it is compiled. Immutable; every {@code with} answers another environment.
 */
public final class Bloblang {
  private static final Bloblang STANDARD = new Bloblang(name -> null, ImportSource.none());

  private final Function<String, @Nullable String> env;
  private final ImportSource imports;

  private Bloblang(Function<String, @Nullable String> env, ImportSource imports) {
    this.env = env;
    this.imports = imports;
  }

  /** The language with its whole library, no environment variables and no imports. */
  public static Bloblang standard() {
    return STANDARD;
  }

  /** Where {@code env("NAME")} looks; it is asked once, while a mapping is compiled. */
  public Bloblang withEnv(Function<String, @Nullable String> lookup) {
    return new Bloblang(lookup, imports);
  }

  /** Where {@code import} and {@code from} find files. */
  public Bloblang withImports(ImportSource source) {
    return new Bloblang(env, source);
  }

  /**
   * Compiles what the processors {@code mapping} and {@code bloblang} run: a new document is built
   * from the input.
   */
  public Mapping compile(String source) throws CompileException {
    return mapping();
  }

  /** Compiles what the processor {@code mutation} runs: the input document is changed in place. */
  public Mapping compileMutation(String source) throws CompileException {
    return mapping();
  }

  /** Compiles a configuration field with {@code ${! query }} parts. */
  public Interpolation compileInterpolation(String text) throws CompileException {
    return interpolation();
  }

  private static Mapping mapping() {
    throw new UnsupportedOperationException("the compiler follows");
  }

  private static Interpolation interpolation() {
    throw new UnsupportedOperationException("the compiler follows");
  }
}
