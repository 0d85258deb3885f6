/**
 * What a caller asks for: a body read, whom it names, and what is wrong with it if it names nobody.
 *
 * <p>Who is meant by a name is decided in {@code core.customer.identity}, for events and for
 * requests alike; here is only where in a body the names stand.
 */
@NullMarked
package io.usagecollector.ensure.request;

import org.jspecify.annotations.NullMarked;
