/**
 * The file that keeps a queue's letters where the queue forgets them, as lines of JSON: what was
 * read, and what became of it. Who writes such a file and who reads it need nothing else of each
 * other. Knows no queue, and of a file only its lines.
 */
@NullMarked
package io.usagecollector.core.letter.steps;

import org.jspecify.annotations.NullMarked;
