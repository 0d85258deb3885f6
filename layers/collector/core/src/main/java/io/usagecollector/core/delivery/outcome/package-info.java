/**
 * How records end, how many ended how, what a person must look at, and what the trigger is told.
 * Nothing here delivers anything.
 */
@NullMarked
package io.usagecollector.core.delivery.outcome;

import org.jspecify.annotations.NullMarked;
