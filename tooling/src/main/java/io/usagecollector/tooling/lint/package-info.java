/**
 * What is legal in a mapping and yet bills what its writer did not mean: the linter, its findings,
 * and the list of all rules. Commands only: no function carries it. The one room outside of the
 * language that reads its syntax trees.
 */
@NullMarked
package io.usagecollector.tooling.lint;

import org.jspecify.annotations.NullMarked;
