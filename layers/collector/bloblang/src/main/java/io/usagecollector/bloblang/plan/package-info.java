/**
 * From syntax tree to what runs, once per mapping: names become slots, calls are checked against
 * the library and built with their constant arguments, operators on literals are computed. What is
 * wrong is collected, so that a user sees all of it at once.
 */
@NullMarked
package io.usagecollector.bloblang.plan;

import org.jspecify.annotations.NullMarked;
