/**
 * The billing account that a local system sends to: the stand-in or a real server, what is made
 * there so that events are billed, and what it has billed. Knows nothing of Kafka or of functions.
 */
@NullMarked
package io.usagecollector.local.billing;

import org.jspecify.annotations.NullMarked;
