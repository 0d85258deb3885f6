package io.usagecollector.bloblang.library;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a call may know while it is compiled.
 *
 * @param env environment variables by name
 * @param variables the slot of a variable by name
 */
public record CompileTime(
    Function<String, @Nullable String> env, Function<String, Integer> variables) {}
