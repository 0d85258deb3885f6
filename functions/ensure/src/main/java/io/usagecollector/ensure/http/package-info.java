/**
 * HTTP as API Gateway speaks it to a function: its two payloads read, answers written, which paths
 * there are. Nothing here knows what a request asks for.
 */
@NullMarked
package io.usagecollector.ensure.http;

import org.jspecify.annotations.NullMarked;
