/** API keys and what their roles may do. Knows nothing of HTTP. */
@NullMarked
package io.usagecollector.testkit.flexprice.access;

import org.jspecify.annotations.NullMarked;
