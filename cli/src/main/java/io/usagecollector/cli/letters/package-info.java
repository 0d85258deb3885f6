/**
 * {@code scripts/dead-letters}: its commands, their options, and what they print. The queue, the
 * local file and the sending on are rooms below; nothing of mappings is known here.
 */
@NullMarked
package io.usagecollector.cli.letters;

import org.jspecify.annotations.NullMarked;
