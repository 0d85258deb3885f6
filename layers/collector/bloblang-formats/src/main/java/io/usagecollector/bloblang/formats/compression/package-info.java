/**
 * The compressions that the JDK lacks: LZ4 frames and Snappy blocks both ways, bzip2 to read. Each
 * reader pays for what it unpacks while it unpacks, and answers damaged bytes with an error of the
 * language. They are our own, as no library of plain Java is bounded in time on any input; the
 * tests hold them against one all the same. Nothing here knows what the bytes mean.
 */
@NullMarked
package io.usagecollector.bloblang.formats.compression;

import org.jspecify.annotations.NullMarked;
