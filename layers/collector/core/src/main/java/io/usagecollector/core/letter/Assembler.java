package io.usagecollector.core.letter;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts letters together of their parts, which may come in any order and more than once. A letter
 * that was written twice may leave parts of both: those of one content are parts of one letter,
 * those of two are never mixed.
 *
 * @param <M> what names a message, such as its id
 */
public final class Assembler<M> {
  private record Received<M>(M message, Message.Part part) {}

  /** What belongs together: parts of one letter and one content, cut alike. */
  private record Whole(String key, String sha256, int of) {}

  /**
   * A letter all of whose parts are there.
   *
   * @param result the letter, or why the parts are none
   * @param messages the messages it came in, repeats among them
   */
  public record Assembled<M>(Message result, List<M> messages) {}

  /**
   * A letter some of whose parts are missing.
   *
   * @param explanation what is known of it
   * @param present how many of its parts are there
   * @param of how many it has
   * @param messages the messages they came in
   */
  public record Incomplete<M>(Explanation explanation, int present, int of, List<M> messages) {}

  private final Map<Whole, List<Received<M>>> received = new LinkedHashMap<>();

  /** Takes a part, and the message it came in. */
  public void add(M message, Message.Part part) {
    Slice slice = part.slice();
    Whole whole = new Whole(part.explanation().key(), slice.sha256(), slice.of());
    received.computeIfAbsent(whole, none -> new ArrayList<>()).add(new Received<>(message, part));
  }

  /** The letters that are whole, in the order their first parts came. */
  public List<Assembled<M>> assembled() {
    List<Assembled<M>> all = new ArrayList<>();
    received.forEach((whole, parts) -> {
      Map<Integer, byte[]> slices = slices(parts);
      if (slices.size() == whole.of()) {
        Message letter = latest(parts).completed(joined(slices, whole.of()), whole.sha256());
        all.add(new Assembled<>(letter, messages(parts)));
      }
    });
    return all;
  }

  /** The letters of which parts are missing, in the order their first parts came. */
  public List<Incomplete<M>> incomplete() {
    List<Incomplete<M>> all = new ArrayList<>();
    received.forEach((whole, parts) -> {
      int present = slices(parts).size();
      if (present < whole.of()) {
        all.add(new Incomplete<>(latest(parts), present, whole.of(), messages(parts)));
      }
    });
    return all;
  }

  private static <M> Map<Integer, byte[]> slices(List<Received<M>> parts) {
    Map<Integer, byte[]> slices = new LinkedHashMap<>();
    parts.forEach(one -> slices.put(one.part().slice().number(), one.part().slice().bytes()));
    return slices;
  }

  private static byte[] joined(Map<Integer, byte[]> slices, int of) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int number = 1; number <= of; number++) {
      bytes.writeBytes(slices.getOrDefault(number, new byte[0]));
    }
    return bytes.toByteArray();
  }

  /** Of several that were written, the one that knows of most attempts, and of those the last. */
  private static <M> Explanation latest(List<Received<M>> parts) {
    return parts.stream()
        .map(one -> one.part().explanation())
        .max(
            Comparator.<Explanation>comparingInt(known -> known.attempts().count())
                .thenComparing(Explanation::at))
        .orElseThrow();
  }

  private static <M> List<M> messages(List<Received<M>> parts) {
    return parts.stream().map(Received::message).toList();
  }
}
