package io.usagecollector.tooling.lint.rule;

import io.usagecollector.tooling.lint.tree.MappingTree;
import java.util.List;

/**
 * A rule, with its documentation.
 *
 * @param name what findings are called by
 * @param title a sentence: what it finds
 * @param meaning what that does to what is billed
 * @param bad a mapping with one finding of this rule
 * @param good a mapping that says what was meant, without a finding of this rule
 * @param check finds it
 */
public record Rule(
    String name,
    Severity severity,
    String title,
    String meaning,
    String bad,
    String good,
    Check check) {
  /** Looks through a mapping. */
  @FunctionalInterface
  public interface Check {
    List<Hit> look(MappingTree tree);
  }

  /**
   * A place where the rule holds.
   *
   * @param at offset in the source
   */
  public record Hit(int at, String message, String suggestion) {}
}
