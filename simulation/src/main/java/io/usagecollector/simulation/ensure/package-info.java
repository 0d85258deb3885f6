/**
 * Customers that many callers ensure at once, in virtual time: processes that are killed at any
 * call, that stand still for longer than their lease, a table and a service that are slow, lose
 * answers or are not there. What must hold then is a test's business.
 */
@NullMarked
package io.usagecollector.simulation.ensure;

import org.jspecify.annotations.NullMarked;
