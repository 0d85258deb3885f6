/**
 * Whose events may go out: the port by which delivery asks for customers, and what it is told. How
 * a customer is made sure of is no matter of this room.
 */
@NullMarked
package io.usagecollector.core.delivery.admission;

import org.jspecify.annotations.NullMarked;
