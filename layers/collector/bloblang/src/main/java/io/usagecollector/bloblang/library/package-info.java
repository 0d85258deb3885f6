/**
 * Everything that the language brings, as one list of tables: functions in {@code functions},
 * methods in {@code methods}, and what takes a class of its own in {@code body}. Nothing here
 * evaluates expressions; that is {@code run}.
 */
@NullMarked
package io.usagecollector.bloblang.library;

import org.jspecify.annotations.NullMarked;
