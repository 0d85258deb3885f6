package io.usagecollector.core.config.mapping;

import io.usagecollector.bloblang.ImportSource;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The mapping files beside a configuration: what its mappings may import. Nothing outside of the
 * configuration's folder is read, whatever leads there, since the folder is what is deployed.
 */
public final class ImportFolder implements ImportSource {
  private static final String OUTSIDE =
      " lies outside of the configuration's folder, and only that is deployed: put the file beside"
          + " the configuration, and write its path from there, such as ./maps/x.blobl";

  private final Path folder;

  private ImportFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder that a configuration lies in. */
  public static ImportFolder beside(Path configuration) {
    return new ImportFolder(configuration.toAbsolutePath().resolveSibling(""));
  }

  @Override
  public String read(String path) throws IOException {
    Path relative = Path.of(path).normalize();
    if (relative.isAbsolute() || relative.startsWith("..")) {
      throw new IOException(path + OUTSIDE);
    }
    try {
      Path file = folder.resolve(relative).toRealPath();
      if (!file.startsWith(folder.toRealPath())) {
        throw new IOException(path + " is a link that leads out: what it stands for" + OUTSIDE);
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new IOException("open " + path + ": no such file or directory", e);
    } catch (CharacterCodingException e) {
      throw new IOException(path + " is not UTF-8 text", e);
    }
  }
}
