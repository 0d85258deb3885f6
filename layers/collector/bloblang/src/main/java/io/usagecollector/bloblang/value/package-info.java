/**
 * The values a mapping computes with: a closed family of plain classes. Their JSON is another room.
 *
 * <p>Text is UTF-8 bytes, as in the language's origin: lengths and offsets count bytes, and a
 * string may hold bytes that are not valid UTF-8. Nothing here knows mappings, functions or
 * messages.
 */
@NullMarked
package io.usagecollector.bloblang.value;

import org.jspecify.annotations.NullMarked;
