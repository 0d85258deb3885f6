package io.usagecollector.cli.letters.file;

/**
 * Where a line stands in the file.
 *
 * @param offset of its first byte
 * @param length in bytes, without its end
 */
record Line(long offset, int length) {}
