/**
 * Careful mode: what ends a process takes no batch with it for ever. A batch that was begun three
 * times and never ended is run with a mark for each record, and a record that ends the process
 * under its mark again is dead-lettered unmapped, while its neighbours go on.
 *
 * <p>Stands above delivery, which knows nothing of it. Where marks and counts are kept is an
 * adapter's.
 */
@NullMarked
package io.usagecollector.core.careful;

import org.jspecify.annotations.NullMarked;
