/**
 * The form of OpenMeter's events: CloudEvents in JSON, which attributes there are, what each may
 * hold, how it reads numbers and times, and the bytes that are sent.
 *
 * <p>Pure functions of a document and where it came from: nothing here reads a clock or sends.
 */
@NullMarked
package io.usagecollector.core.sink.openmeter.form;

import org.jspecify.annotations.NullMarked;
