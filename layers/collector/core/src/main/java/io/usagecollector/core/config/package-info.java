/**
 * A collector configuration (Benthos/Bento YAML), read and checked whole: the door for whoever runs
 * one.
 *
 * <p>What is said of a single section lies in the rooms below; those do not know this one.
 */
@NullMarked
package io.usagecollector.core.config;

import org.jspecify.annotations.NullMarked;
