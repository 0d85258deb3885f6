/** What a stand-in remembers of the requests it saw, for tests. Keys never get in here. */
@NullMarked
package io.usagecollector.testkit.record;

import org.jspecify.annotations.NullMarked;
