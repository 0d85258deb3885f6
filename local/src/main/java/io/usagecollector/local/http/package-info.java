/**
 * An HTTP API as API Gateway has it: requests on a port of this machine become payload 2.0 events
 * of a function, and its answers responses. What it does not have: authorization, throttling,
 * domains.
 *
 * <p>Nothing here knows which function, or what its answers mean.
 */
@NullMarked
package io.usagecollector.local.http;

import org.jspecify.annotations.NullMarked;
