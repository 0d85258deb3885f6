/**
 * Places in people's files, and how what is wrong there is told. Knows no command, and prints
 * nothing.
 */
@NullMarked
package io.usagecollector.cli.source;

import org.jspecify.annotations.NullMarked;
