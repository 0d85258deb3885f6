/** Go's {@code html} escaping. Pure functions. */
@NullMarked
package io.usagecollector.bloblang.gotext.html;

import org.jspecify.annotations.NullMarked;
