/** Time: how long an invocation may work, when a call may start, how long to wait for the next. */
@NullMarked
package io.usagecollector.core.delivery.pace;

import org.jspecify.annotations.NullMarked;
