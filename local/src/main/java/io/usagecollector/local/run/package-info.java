/**
 * The command {@code run-local}: starts the parts, fills the topic, watches, and shows the bill.
 */
@NullMarked
package io.usagecollector.local.run;

import org.jspecify.annotations.NullMarked;
