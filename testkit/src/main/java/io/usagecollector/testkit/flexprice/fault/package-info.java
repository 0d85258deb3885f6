/** What only this service says when something is wrong with it, to be ordered as a fault. */
@NullMarked
package io.usagecollector.testkit.flexprice.fault;

import org.jspecify.annotations.NullMarked;
