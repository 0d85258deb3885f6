/**
 * What methods do with texts: splitting, replacing, trimming, formatting. How Go reads and writes
 * text is not here but in {@code gotext}.
 */
@NullMarked
package io.usagecollector.bloblang.library.body.text;

import org.jspecify.annotations.NullMarked;
