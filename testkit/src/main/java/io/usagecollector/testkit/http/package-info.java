/**
 * Calls, replies, routes, and the Jetty server under them: reading, disturbing, recording. Knows no
 * service, no event and no bill.
 */
@NullMarked
package io.usagecollector.testkit.http;

import org.jspecify.annotations.NullMarked;
