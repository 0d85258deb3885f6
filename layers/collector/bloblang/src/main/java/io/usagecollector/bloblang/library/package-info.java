/**
 * The functions and methods: what they are called, what they take, what they do, with documentation
 * and examples beside the code. Tables by subject; {@link
 * io.usagecollector.bloblang.library.Library} holds them all and can be read and extended.
 */
@NullMarked
package io.usagecollector.bloblang.library;

import org.jspecify.annotations.NullMarked;
