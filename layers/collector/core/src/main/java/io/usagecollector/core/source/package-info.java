/**
 * Sources of items: records through a pipeline and a billing service's form, lazily, one record at
 * a time; and letters that are tried again, in the bytes that are stored where an event was made.
 * Knows records, letters, forms and what delivery is handed; delivery knows nothing of it.
 */
@NullMarked
package io.usagecollector.core.source;

import org.jspecify.annotations.NullMarked;
