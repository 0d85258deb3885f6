/**
 * Who a customer is: the one function from what callers and events say of them to the key that they
 * are ensured and billed under. What is ensured is what is billed, since both ask here.
 *
 * <p>Nothing here reads requests or events: texts go in, a key or the reason why there is none
 * comes out.
 */
@NullMarked
package io.usagecollector.core.customer.identity;

import org.jspecify.annotations.NullMarked;
