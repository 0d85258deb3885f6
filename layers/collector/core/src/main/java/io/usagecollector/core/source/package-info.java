/**
 * Sources of items: records through a pipeline and a billing service's form, lazily, one record at
 * a time. Knows records, forms and what delivery is handed; delivery knows nothing of it.
 */
@NullMarked
package io.usagecollector.core.source;

import org.jspecify.annotations.NullMarked;
