package io.usagecollector.bloblang.extension;

/**
 * An example that the tests run.
 *
 * @param mapping a whole mapping
 * @param input a message's content
 * @param output what the mapping makes of it; {@code <deleted>} if it is dropped, {@code error:
 *     ...} if it fails
 */
public record Example(String mapping, String input, String output) {}
