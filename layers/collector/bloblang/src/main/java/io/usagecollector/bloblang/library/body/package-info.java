/**
 * What methods do: a room a subject, and here what all of them share. No names, parameters or
 * documentation of methods; those are in the tables.
 */
@NullMarked
package io.usagecollector.bloblang.library.body;

import org.jspecify.annotations.NullMarked;
