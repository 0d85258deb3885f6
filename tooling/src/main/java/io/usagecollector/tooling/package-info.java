/**
 * What the commands and the local system share, and no function carries: a room for reading events
 * as people have them, one for trying processors out, one for the rules of lint, one for where a
 * local system's queues are.
 */
@NullMarked
package io.usagecollector.tooling;

import org.jspecify.annotations.NullMarked;
