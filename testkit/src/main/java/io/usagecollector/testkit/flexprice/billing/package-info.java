/**
 * What becomes of accepted events: rows per meter, quantities, duplicates, totals. Knows meters,
 * not prices or HTTP.
 */
@NullMarked
package io.usagecollector.testkit.flexprice.billing;

import org.jspecify.annotations.NullMarked;
