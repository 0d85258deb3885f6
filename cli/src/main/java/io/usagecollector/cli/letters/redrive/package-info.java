/**
 * Sending dead letters on: which of them, what to warn of before, and the steps in their order,
 * each of which may be the last. Prints nothing.
 */
@NullMarked
package io.usagecollector.cli.letters.redrive;

import org.jspecify.annotations.NullMarked;
