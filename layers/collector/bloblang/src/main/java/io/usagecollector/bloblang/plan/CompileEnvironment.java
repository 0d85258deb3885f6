package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.bloblang.Limits;
import io.usagecollector.bloblang.Tracer;
import io.usagecollector.bloblang.extension.Counts;
import io.usagecollector.bloblang.extension.Library;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What mappings are compiled with.
 *
 * @param env environment variables by name
 * @param counts what {@code count("name")} counts, shared by all mappings compiled with this
 *     environment
 * @param tracer who is told what of a mapping runs; null where nobody asks
 * @param limits what one run may use
 */
public record CompileEnvironment(
    Library library,
    Function<String, @Nullable String> env,
    ImportSource imports,
    Counts counts,
    @Nullable Tracer tracer,
    Limits limits) {
  /** The environment of a library, without anything around it. */
  public static CompileEnvironment of(Library library) {
    return new CompileEnvironment(
        library, name -> null, ImportSource.none(), new Counts(), null, Limits.standard());
  }

  /** The same environment with another library. */
  public CompileEnvironment with(Library other) {
    return new CompileEnvironment(other, env, imports, counts, tracer, limits);
  }

  /** The same environment with other variables. */
  public CompileEnvironment withEnv(Function<String, @Nullable String> lookup) {
    return new CompileEnvironment(library, lookup, imports, counts, tracer, limits);
  }

  /** The same environment with other files. */
  public CompileEnvironment withImports(ImportSource source) {
    return new CompileEnvironment(library, env, source, counts, tracer, limits);
  }

  /** The same environment with somebody who asks what runs, or nobody. */
  public CompileEnvironment withTracer(@Nullable Tracer other) {
    return new CompileEnvironment(library, env, imports, counts, other, limits);
  }

  /** The same environment with other limits. */
  public CompileEnvironment withLimits(Limits other) {
    return new CompileEnvironment(library, env, imports, counts, tracer, other);
  }

  /** The same environment where nobody asks what runs. */
  CompileEnvironment untraced() {
    return new CompileEnvironment(library, env, imports, counts, null, limits);
  }

  /** What a mapping inside a mapping may see: neither files nor messages nor the host. */
  CompileEnvironment inner() {
    return new CompileEnvironment(
        library.pure(), name -> null, ImportSource.none(), counts, null, limits);
  }
}
