/**
 * The nodes that need nothing of a run but its budget: calls, operators, literals, brackets. Nodes
 * that bind names, variables or {@code this} are in {@code run}, beside the frame they change.
 */
@NullMarked
package io.usagecollector.bloblang.run.node;

import org.jspecify.annotations.NullMarked;
