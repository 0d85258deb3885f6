package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.ImportSource;
import io.usagecollector.bloblang.Tracer;
import io.usagecollector.bloblang.library.Counts;
import io.usagecollector.bloblang.library.Library;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What mappings are compiled with.
 *
 * @param env environment variables by name
 * @param counts what {@code count("name")} counts, shared by all mappings compiled with this
 *     environment
 * @param tracer who is told what of a mapping runs; null where nobody asks
 */
public record Environment(
    Library library,
    Function<String, @Nullable String> env,
    ImportSource imports,
    Counts counts,
    @Nullable Tracer tracer) {
  /** The same environment with another library. */
  public Environment with(Library other) {
    return new Environment(other, env, imports, counts, tracer);
  }

  /** The same environment where nobody asks what runs. */
  Environment untraced() {
    return new Environment(library, env, imports, counts, null);
  }
}
