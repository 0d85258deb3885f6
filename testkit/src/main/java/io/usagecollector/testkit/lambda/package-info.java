/** What Lambda's runtime hands to a handler, for whoever calls one without it. */
@NullMarked
package io.usagecollector.testkit.lambda;

import org.jspecify.annotations.NullMarked;
