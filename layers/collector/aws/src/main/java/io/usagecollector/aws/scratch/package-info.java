/**
 * What an instance keeps in its own temporary folder: it outlives the process, since Lambda starts
 * the next one in the same environment, and nothing else.
 */
@NullMarked
package io.usagecollector.aws.scratch;

import org.jspecify.annotations.NullMarked;
