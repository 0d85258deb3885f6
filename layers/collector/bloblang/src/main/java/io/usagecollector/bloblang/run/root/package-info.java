/**
 * The document that a mapping builds: paths into it, assigning to it, and what must be copied so
 * that no two places share what one of them changes. Knows no nodes.
 */
@NullMarked
package io.usagecollector.bloblang.run.root;

import org.jspecify.annotations.NullMarked;
