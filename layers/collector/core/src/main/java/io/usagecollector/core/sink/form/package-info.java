/**
 * What the forms of all services share: reading a document key by key, complaints with and without
 * values, RFC 3339 as services written in Go read it, a walk over the bytes that are sent. Knows no
 * service's rules.
 *
 * <p>Pure functions: nothing here reads a clock or sends.
 */
@NullMarked
package io.usagecollector.core.sink.form;

import org.jspecify.annotations.NullMarked;
