package io.usagecollector.core.config.reading;

import io.usagecollector.core.config.finding.Findings;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A configuration file on disk. */
public final class ConfigFile {
  private ConfigFile() {}

  /**
   * The file's text.
   *
   * @throws ConfigException if it cannot be read
   */
  public static String text(Path file) {
    String name = file.getFileName().toString();
    var findings = new Findings(name);
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      findings.problemOutside("the file is not UTF-8 text");
    } catch (IOException e) {
      findings.problemOutside("cannot be read: " + e.getClass().getSimpleName() + " on " + file);
    }
    throw findings.refusal();
  }
}
