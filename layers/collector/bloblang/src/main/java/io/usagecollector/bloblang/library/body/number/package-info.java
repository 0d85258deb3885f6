/** What methods do with numbers: angles, powers, casts to widths. */
@NullMarked
package io.usagecollector.bloblang.library.body.number;

import org.jspecify.annotations.NullMarked;
