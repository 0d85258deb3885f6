/** The port to a billing service. What lies behind it is in the packages below, one a service. */
@NullMarked
package io.usagecollector.core.sink;

import org.jspecify.annotations.NullMarked;
