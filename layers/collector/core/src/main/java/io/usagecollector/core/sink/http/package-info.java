/**
 * Transport to a service over HTTP, apart from what answers mean: keys, timeouts, bounded bodies,
 * and why no answer came. Knows no service, so that each endpoint of each service uses it.
 */
@NullMarked
package io.usagecollector.core.sink.http;

import org.jspecify.annotations.NullMarked;
