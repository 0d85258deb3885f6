/**
 * Which call goes where, who may make it, and the answers of the server's framework. Knows no bill.
 */
@NullMarked
package io.usagecollector.testkit.flexprice.http;

import org.jspecify.annotations.NullMarked;
