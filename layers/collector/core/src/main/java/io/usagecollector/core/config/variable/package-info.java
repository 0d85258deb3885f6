/**
 * What a configuration refers to outside of itself: environment variables and secrets.
 *
 * <p>No value of a secret is kept here.
 */
@NullMarked
package io.usagecollector.core.config.variable;

import org.jspecify.annotations.NullMarked;
