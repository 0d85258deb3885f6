package io.usagecollector.bloblang;

/**
 * A call of a function or method in a mapping's text.
 *
 * @param method true for a method, false for a function
 * @param name its name
 * @param file the imported file it stands in; empty for the mapping itself
 * @param line where it stands, from 1
 * @param column from 1
 */
public record Call(boolean method, String name, String file, int line, int column) {}
