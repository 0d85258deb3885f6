/**
 * Bytes as text and back as Go's {@code encoding} packages do it, and the hashes that the JDK
 * lacks. Pure functions.
 */
@NullMarked
package io.usagecollector.bloblang.gotext.encoding;

import org.jspecify.annotations.NullMarked;
