/**
 * The table of all keys and what becomes of each: honoured, ignored or refused.
 *
 * <p>Nothing is read here: the documentation is printed from this table.
 */
@NullMarked
package io.usagecollector.core.config.key;

import org.jspecify.annotations.NullMarked;
