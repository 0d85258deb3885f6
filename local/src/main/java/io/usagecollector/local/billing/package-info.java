/**
 * The billing account that a local system sends to, whichever service it is at: what is made there
 * so that events are billed, and what it has billed. Knows nothing of Kafka or of functions, and no
 * service: those have rooms of their own.
 */
@NullMarked
package io.usagecollector.local.billing;

import org.jspecify.annotations.NullMarked;
