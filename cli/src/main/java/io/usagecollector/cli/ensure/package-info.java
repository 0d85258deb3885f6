/**
 * {@code scripts/ensure}: calls an ensure function over HTTP, signed where it is on AWS.
 *
 * <p>What the function does with a call is none of this room's business.
 */
@NullMarked
package io.usagecollector.cli.ensure;

import org.jspecify.annotations.NullMarked;
