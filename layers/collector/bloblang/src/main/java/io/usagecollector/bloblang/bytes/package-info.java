/**
 * Runs of bytes: compared and searched by words, decoded as UTF-8 and as short decimals. Knows no
 * value and no text of Go's; everything else may use it.
 */
@NullMarked
package io.usagecollector.bloblang.bytes;

import org.jspecify.annotations.NullMarked;
