/**
 * Events in bulks: packing them, halving what is refused, in which order the pieces go, and what
 * their refusals tell. Nothing here sends.
 */
@NullMarked
package io.usagecollector.core.delivery.bulk;

import org.jspecify.annotations.NullMarked;
