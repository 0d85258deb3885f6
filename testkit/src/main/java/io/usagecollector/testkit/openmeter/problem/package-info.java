/**
 * The server's refusals, in its two shapes: {@code about:blank} with extensions, and Konnect's
 * types with invalid parameters. What is refused, and why, is said elsewhere.
 */
@NullMarked
package io.usagecollector.testkit.openmeter.problem;

import org.jspecify.annotations.NullMarked;
