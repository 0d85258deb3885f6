/**
 * The methods, a table a subject: name, parameters, examples, and the building of a call. A body
 * that takes a class of its own lives in {@code library.body}.
 */
@NullMarked
package io.usagecollector.bloblang.library.methods;

import org.jspecify.annotations.NullMarked;
