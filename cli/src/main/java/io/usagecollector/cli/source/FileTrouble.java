package io.usagecollector.cli.source;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file cannot be read, in words for the person who named it. */
public final class FileTrouble {
  private FileTrouble() {}

  /** Of a file that was named. */
  public static String of(Path file, IOException e) {
    return shown(file) + ": " + reason(file, e);
  }

  /** Of a file that only the exception names, if any. */
  public static String of(IOException e) {
    return e instanceof FileSystemException named && named.getFile() != null
        ? of(Path.of(named.getFile()), e)
        : "a file cannot be read or written: " + words(e);
  }

  private static String reason(Path file, IOException e) {
    if (Files.isDirectory(file)) {
      return "is a folder, and a file is asked for";
    }
    return switch (e) {
      case NoSuchFileException _ -> missing(file);
      case AccessDeniedException _ -> "may not be read: its permissions forbid it";
      case FileSystemLoopException _ -> "is a symbolic link that leads to itself";
      case CharacterCodingException _ -> "is not UTF-8 text";
      default -> "cannot be read: " + words(e);
    };
  }

  private static String missing(Path file) {
    return Files.isSymbolicLink(file)
        ? "is a symbolic link to a file that is not there"
        : "there is no such file";
  }

  private static String words(IOException e) {
    String why = e instanceof FileSystemException named ? named.getReason() : e.getMessage();
    return why == null || why.isBlank() ? e.getClass().getSimpleName() : why;
  }

  /** The name of a file; this folder's is empty. */
  private static String shown(Path file) {
    return file.toString().isEmpty() ? "." : file.toString();
  }
}
