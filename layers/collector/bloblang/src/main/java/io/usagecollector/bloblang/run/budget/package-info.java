/**
 * What a run may still use, and the stack it may go deep on. Knows no nodes; whatever repeats or
 * grows draws from here.
 */
@NullMarked
package io.usagecollector.bloblang.run.budget;

import org.jspecify.annotations.NullMarked;
