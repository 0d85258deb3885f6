/**
 * The rules, a class each, with the documentation that docs/lint.md is printed from. Nothing runs
 * here, and a rule that cannot be sure keeps silent: what it says must be worth reading.
 */
@NullMarked
package io.usagecollector.tooling.lint.rule;

import org.jspecify.annotations.NullMarked;
