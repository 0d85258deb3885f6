package io.usagecollector.core.pipeline;

/**
 * A processor in its file.
 *
 * @param path {@code pipeline.processors[0].mapping}
 * @param file the file's name
 * @param text its text, which knows the lines
 */
record Place(String path, String file, ProgramText text) {
  /** The processor and the line of the file that holds a line of its text; 0 names the first. */
  String describe(int line) {
    return path + " (" + file + ":" + text.at(Math.max(1, line), 1).line() + ")";
  }
}
