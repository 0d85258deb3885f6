/** One whole forward invocation, over real HTTP to a billing server in another process. */
@NullMarked
package io.usagecollector.bench.forward;

import org.jspecify.annotations.NullMarked;
