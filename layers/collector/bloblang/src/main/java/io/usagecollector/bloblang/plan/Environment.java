package io.usagecollector.bloblang.plan;

import io.usagecollector.bloblang.ImportSource;
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
 */
public record Environment(
    Library library, Function<String, @Nullable String> env, ImportSource imports, Counts counts) {
  /** The same environment with another library. */
  public Environment with(Library other) {
    return new Environment(other, env, imports, counts);
  }
}
