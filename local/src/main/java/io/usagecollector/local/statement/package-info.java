/**
 * What was produced beside what would be billed, made of what can be read from outside. Shows
 * nothing to anybody: that is the command's part.
 */
@NullMarked
package io.usagecollector.local.statement;

import org.jspecify.annotations.NullMarked;
