package io.usagecollector.aws.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A small text that is there as a whole or not at all, whenever the process ends. What a disk does
 * not take or give is not there: no delivery depends on it.
 */
record ScratchFile(Path path) {
  Optional<String> read() {
    try {
      return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void write(String text) {
    Path next = path.resolveSibling(path.getFileName() + ".next");
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(next, text);
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      delete();
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      return;
    }
  }
}
