/**
 * People's files as commands are given them, places in them, and how what is wrong there is told.
 * Knows no command, and prints nothing.
 */
@NullMarked
package io.usagecollector.cli.source;

import org.jspecify.annotations.NullMarked;
