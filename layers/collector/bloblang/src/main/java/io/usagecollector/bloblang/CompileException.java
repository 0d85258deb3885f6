package io.usagecollector.bloblang;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A mapping that does not compile; the message holds every error, rendered.
 *
 * {@snippet :
 * try {
 *   Bloblang.standard().compile("root.name = this.name.uppercas()");
 * } catch (CompileException e) {
 *   CompileError error = e.errors().getFirst();
 *   System.out.println(error.line() + ":" + error.column()); // 1:23
 *   System.out.println(error.message()); // unrecognised method 'uppercas', did you mean `uppercase`?
 * }
 * }
 */
public final class CompileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<CompileError> errors;
  private final boolean refused;

  public CompileException(List<CompileError> errors) {
    this(errors, false);
  }

  /**
   * As {@link #CompileException(List)}; {@code refused} if all that is wrong is a known function
   * that is not offered here.
   */
  public CompileException(List<CompileError> errors, boolean refused) {
    super(errors.stream().map(CompileError::render).collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
    this.refused = refused;
  }

  /** What is wrong, in the order of the text; at least one. */
  public List<CompileError> errors() {
    return errors;
  }

  /**
   * True if the mapping is sound but calls something known that this library does not offer, by
   * design.
   */
  public boolean refused() {
    return refused;
  }
}
