/**
 * The form of Flexprice's events: which keys there are, what each may hold, the grammar of its
 * timestamps, how it reads quantities, and the bytes that are sent.
 *
 * <p>Pure functions of a document and where it came from: nothing here reads a clock or sends.
 */
@NullMarked
package io.usagecollector.core.sink.flexprice.form;

import org.jspecify.annotations.NullMarked;
