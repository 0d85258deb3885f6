/** Flexprice: its stand-in or a real server, and its accounts. */
@NullMarked
package io.usagecollector.local.billing.flexprice;

import org.jspecify.annotations.NullMarked;
