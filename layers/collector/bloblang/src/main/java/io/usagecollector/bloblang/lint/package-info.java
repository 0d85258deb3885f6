/**
 * What is legal in a mapping and yet bills what its writer did not mean: a rule a class, over the
 * syntax tree, listed in {@link io.usagecollector.bloblang.lint.Rules}. Nothing runs here, and a
 * rule that cannot be sure keeps silent: what it says must be worth reading.
 */
@NullMarked
package io.usagecollector.bloblang.lint;

import org.jspecify.annotations.NullMarked;
