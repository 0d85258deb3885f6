package io.usagecollector.bloblang.extension;

import io.usagecollector.bloblang.ArgumentException;
import io.usagecollector.bloblang.run.InnerMapping;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a call may know while it is compiled.
 *
 * @param env environment variables by name
 * @param counts the counts that the mappings of the environment share
 * @param variables the slot of a variable by name
 * @param inner compiles a mapping inside the mapping, which sees neither messages nor the host
 */
public record CompileTime(
    Function<String, @Nullable String> env,
    Counts counts,
    Function<String, Integer> variables,
    InnerCompiler inner) {
  /** Compiles a mapping for use inside another. */
  @FunctionalInterface
  public interface InnerCompiler {
    InnerMapping compile(String text) throws ArgumentException;
  }
}
