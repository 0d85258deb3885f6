/**
 * How a command talks: what it prints to, in what tones and with what status it ends, and the words
 * for what it cannot use. Knows no command, and nothing of mappings.
 */
@NullMarked
package io.usagecollector.cli.terminal;

import org.jspecify.annotations.NullMarked;
