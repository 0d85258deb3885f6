/**
 * What should become of every record of the topic, read back by a consumer of its own. Knows
 * nothing of what functions or their trigger did.
 */
@NullMarked
package io.usagecollector.local.census;

import org.jspecify.annotations.NullMarked;
