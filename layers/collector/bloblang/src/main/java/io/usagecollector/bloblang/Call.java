package io.usagecollector.bloblang;

/**
 * A call of a function or method in a mapping's text.
 *
 * @param method true for a method, false for a function
 * @param name its name
 * @param line where it stands, from 1; in an imported file the line there
 * @param column from 1
 */
public record Call(boolean method, String name, int line, int column) {}
