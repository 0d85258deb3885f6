package io.usagecollector.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A stream of this process whose failures end the command: a print stream would swallow them. */
final class WatchedOutput extends OutputStream {
  private final OutputStream out;

  /** What the system calls the descriptor. */
  private final Path link;

  private WatchedOutput(FileDescriptor descriptor, int number) {
    this.out = new FileOutputStream(descriptor);
    this.link = Path.of("/proc/self/fd/" + number);
  }

  static WatchedOutput standard() {
    return new WatchedOutput(FileDescriptor.out, 1);
  }

  static WatchedOutput error() {
    return new WatchedOutput(FileDescriptor.err, 2);
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw new OutputFailedException(e, isReaderGone(e));
    }
  }

  /** A pipe cannot be full for good; and where nobody tells what it is, the words must do. */
  private boolean isReaderGone(IOException e) {
    if (String.valueOf(e.getMessage()).contains("Broken pipe")) {
      return true;
    }
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("pipe:") || target.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
