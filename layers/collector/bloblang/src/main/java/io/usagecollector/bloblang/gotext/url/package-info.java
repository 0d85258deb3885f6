/** Go's {@code net/url}: escaping, URLs and query strings. Pure functions. */
@NullMarked
package io.usagecollector.bloblang.gotext.url;

import org.jspecify.annotations.NullMarked;
