/** What the stand-in remembers of the requests it saw, for tests. Keys never get in here. */
@NullMarked
package io.usagecollector.testkit.flexprice.record;

import org.jspecify.annotations.NullMarked;
