/** What stand-ins make and keep data with: JSON trees, ids, a journal. Knows no service's data. */
@NullMarked
package io.usagecollector.testkit.store;

import org.jspecify.annotations.NullMarked;
