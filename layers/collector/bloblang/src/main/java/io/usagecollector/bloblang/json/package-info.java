/**
 * JSON text: the reader that finds values in a message's bytes and makes them when they are asked
 * for, and the writer that prints values as Bloblang's message JSON. Values know nothing of it; an
 * object or array that lies in a message still is one of theirs by its base class alone.
 */
@NullMarked
package io.usagecollector.bloblang.json;

import org.jspecify.annotations.NullMarked;
