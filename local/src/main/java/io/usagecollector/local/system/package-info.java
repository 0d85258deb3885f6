/**
 * The whole system, put together and running. Starts and stops the parts; has no command line and
 * prints nothing.
 */
@NullMarked
package io.usagecollector.local.system;

import org.jspecify.annotations.NullMarked;
