/**
 * The steps that messages go through: a mapping, a branch, a log line. Each is made of compiled
 * mappings and says what becomes of a batch.
 *
 * <p>No YAML is read here, and no record is known: who runs the steps hands messages in.
 */
@NullMarked
package io.usagecollector.core.processor;

import org.jspecify.annotations.NullMarked;
