package io.usagecollector.aws.race;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A {@link Racer} in a JVM of its own. */
record RacingProcess(Process process, Path answers, Path complaints) implements AutoCloseable {
  static RacingProcess start(
      Path directory, String name, URI tables, Service service, String url, String key)
      throws IOException {
    Path answers = directory.resolve(name + ".answers");
    Path complaints = directory.resolve(name + ".complaints");
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx160m",
            "-cp",
            System.getProperty("java.class.path"),
            Racer.class.getName(),
            service.name(),
            url,
            key);
    command.environment().put("AWS_ENDPOINT_URL_DYNAMODB", tables.toString());
    command.environment().put("AWS_REGION", "eu-central-1");
    command.environment().put("AWS_ACCESS_KEY_ID", "local");
    command.environment().put("AWS_SECRET_ACCESS_KEY", "local");
    Process process =
        command.redirectOutput(answers.toFile()).redirectError(complaints.toFile()).start();
    return new RacingProcess(process, answers, complaints);
  }

  /** Ends it at once, wherever its callers are. */
  void kill() {
    process.destroyForcibly();
  }

  /** Stops the clock for it: it holds what it holds, and does nothing. */
  void standStill() throws IOException, InterruptedException {
    signal("-STOP");
  }

  void goOn() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IOException("kill " + signal + " failed");
    }
  }

  boolean hasEnded() {
    return !process.isAlive();
  }

  /** What it was answered, each once. */
  List<String> saidOf(String key) throws IOException {
    return Files.readAllLines(answers).stream()
        .filter(line -> line.startsWith(key + " "))
        .distinct()
        .toList();
  }

  String told() {
    try {
      return Files.readString(complaints);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
