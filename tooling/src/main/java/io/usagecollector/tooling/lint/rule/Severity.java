package io.usagecollector.tooling.lint.rule;

/** How much a finding matters. */
public enum Severity {
  /** It does not run. */
  ERROR,
  /** It runs, and may bill what is not meant. */
  WARNING,
  /** It runs and bills as written; there is a better way to write it. */
  NOTICE
}
