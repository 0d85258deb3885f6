/**
 * The values a mapping computes with, and their JSON: a closed family of plain classes, the reader
 * that finds them in a message's bytes, and the writer that prints them as Bloblang's message JSON.
 *
 * <p>Text is UTF-8 bytes, as in the language's origin: lengths and offsets count bytes, and a
 * string may hold bytes that are not valid UTF-8. Nothing here knows mappings, functions or
 * messages.
 */
@NullMarked
package io.usagecollector.bloblang.value;

import org.jspecify.annotations.NullMarked;
