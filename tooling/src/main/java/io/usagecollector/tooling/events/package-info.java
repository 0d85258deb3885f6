/**
 * Events as people have them: JSON Lines, documents over several lines, an array of documents, all
 * of it gzipped or with a byte order mark; and what is none of that, by its name. Reads a stream
 * once, holds one event at a time, and knows nothing of mappings or of billing.
 */
@NullMarked
package io.usagecollector.tooling.events;

import org.jspecify.annotations.NullMarked;
