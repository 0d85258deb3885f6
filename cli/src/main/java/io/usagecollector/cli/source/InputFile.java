package io.usagecollector.cli.source;

import io.usagecollector.cli.terminal.UnusableInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files named on the command line. */
public final class InputFile {
  private InputFile() {}

  /** The file's text. */
  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new UnusableInputException(file + ": there is no such file");
    } catch (CharacterCodingException e) {
      throw new UnusableInputException(file + ": is not UTF-8 text");
    } catch (IOException e) {
      throw new UnusableInputException(
          file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** Whether it is a mapping by itself; else it is a configuration. */
  public static boolean isMapping(Path file) {
    return file.getFileName().toString().endsWith(".blobl");
  }
}
