/** Everything the stand-in knows of its account, in memory and, if asked for, in a journal. */
@NullMarked
package io.usagecollector.testkit.flexprice.state;

import org.jspecify.annotations.NullMarked;
