/**
 * The local file of a queue's letters: one line of JSON a step, only ever appended to, on the disk
 * before what it announces is done. What is known of each message is what its steps add up to.
 * Knows no queue and no command.
 */
@NullMarked
package io.usagecollector.cli.letters.file;

import org.jspecify.annotations.NullMarked;
