/** {@code mapping run}: events through a mapping or a configuration, and what became of them. */
@NullMarked
package io.usagecollector.cli.run;

import org.jspecify.annotations.NullMarked;
