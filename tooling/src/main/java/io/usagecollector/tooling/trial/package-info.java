/**
 * A configuration's processors tried apart from everything else: what tools use.
 *
 * <p>No function runs this.
 */
@NullMarked
package io.usagecollector.tooling.trial;

import org.jspecify.annotations.NullMarked;
