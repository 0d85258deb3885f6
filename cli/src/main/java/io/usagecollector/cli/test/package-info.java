/**
 * {@code mapping test}: how unit tests went, for people and for scripts. What a test is and how it
 * is run stands in the room {@code unit}.
 */
@NullMarked
package io.usagecollector.cli.test;

import org.jspecify.annotations.NullMarked;
