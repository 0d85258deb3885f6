/**
 * A mapping's syntax tree as rules ask about it: what it assigns, what decides an identity, what a
 * value may come to. No rule is here.
 */
@NullMarked
package io.usagecollector.tooling.lint.tree;

import org.jspecify.annotations.NullMarked;
