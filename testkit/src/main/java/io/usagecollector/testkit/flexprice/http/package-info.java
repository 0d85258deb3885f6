/** Calls, replies, routes, and the Jetty server under them. Knows no event and no bill. */
@NullMarked
package io.usagecollector.testkit.flexprice.http;

import org.jspecify.annotations.NullMarked;
