/**
 * Go's {@code fmt.Sprintf}: verbs, flags and the notes it leaves in the text where an argument does
 * not fit. Pure; the language hands its values in as {@link
 * io.usagecollector.bloblang.gotext.format.Arg}.
 */
@NullMarked
package io.usagecollector.bloblang.gotext.format;

import org.jspecify.annotations.NullMarked;
