package io.usagecollector.core.letter.steps;

import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.FloatNum;
import io.usagecollector.bloblang.value.IntNum;
import io.usagecollector.bloblang.value.ListArr;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Str;
import io.usagecollector.bloblang.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A step as a line of JSON. */
public final class StepJson {
  private StepJson() {}

  /** The line, without its end. */
  public static byte[] write(Step step) {
    return Json.bytes(
        switch (step) {
          case Step.Queue queue -> queue(queue);
          case Step.Read(String id, Instant queued, String body) ->
              step("read")
                  .put(Str.of("id"), Str.of(id))
                  .put(Str.of("queued_ms"), IntNum.of(queued.toEpochMilli()))
                  .put(Str.of("body"), Str.of(body));
          case Step.Content(String id, byte[] bytes) ->
              step("content")
                  .put(Str.of("id"), Str.of(id))
                  .put(Str.of("base64"), Str.of(Base64.getEncoder().encodeToString(bytes)));
          case Step.Missed(List<String> ids) -> step("missed").put(Str.of("ids"), list(ids));
          case Step.Met(List<String> ids) -> step("met").put(Str.of("ids"), list(ids));
          case Step.Sending(List<Ref> letters) ->
              step("sending").put(Str.of("letters"), list(texts(letters)));
          case Step.Sent(List<Ref> letters, Instant at) ->
              step("sent")
                  .put(Str.of("letters"), list(texts(letters)))
                  .put(Str.of("at_ms"), IntNum.of(at.toEpochMilli()));
          case Step.Deleted(List<String> ids) -> step("deleted").put(Str.of("ids"), list(ids));
        });
  }

  private static MapObj queue(Step.Queue queue) {
    MapObj step =
        step("queue")
            .put(Str.of("identity"), Str.of(queue.identity()))
            .put(Str.of("url"), Str.of(queue.url()));
    queue
        .retention()
        .ifPresent(time -> step.put(Str.of("retention_s"), IntNum.of(time.toSeconds())));
    return step;
  }

  private static MapObj step(String name) {
    return new MapObj().put(Str.of("step"), Str.of(name));
  }

  private static List<String> texts(List<Ref> letters) {
    return letters.stream().map(Ref::toString).toList();
  }

  private static ListArr list(List<String> ids) {
    ListArr list = ListArr.withCapacity(ids.size());
    ids.forEach(id -> list.add(Str.of(id)));
    return list;
  }

  /**
   * The step of a line.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Step read(byte[] line) {
    if (!(Json.readFirst(line, false) instanceof Obj object)) {
      throw new IllegalArgumentException("no JSON object");
    }
    return switch (text(object, "step")) {
      case "queue" ->
          new Step.Queue(
              text(object, "identity"),
              text(object, "url"),
              object.get("retention_s") == null
                  ? Optional.empty()
                  : Optional.of(Duration.ofSeconds(number(object, "retention_s"))));
      case "read" ->
          new Step.Read(
              text(object, "id"),
              Instant.ofEpochMilli(number(object, "queued_ms")),
              text(object, "body"));
      case "content" ->
          new Step.Content(text(object, "id"), Base64.getDecoder().decode(text(object, "base64")));
      case "missed" -> new Step.Missed(list(object, "ids"));
      case "met" -> new Step.Met(list(object, "ids"));
      case "sending" -> new Step.Sending(refs(object));
      case "sent" -> new Step.Sent(refs(object), Instant.ofEpochMilli(number(object, "at_ms")));
      case "deleted" -> new Step.Deleted(list(object, "ids"));
      default -> throw new IllegalArgumentException("no step that is known");
    };
  }

  private static Value field(Obj object, String name) {
    Value value = object.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return value;
  }

  private static String text(Obj object, String name) {
    if (field(object, name) instanceof Str text) {
      return text.toString();
    }
    throw new IllegalArgumentException(name + " is no text");
  }

  private static long number(Obj object, String name) {
    if (field(object, name) instanceof FloatNum number) {
      return (long) number.value();
    }
    throw new IllegalArgumentException(name + " is no number");
  }

  private static List<Ref> refs(Obj object) {
    return list(object, "letters").stream().map(Ref::parse).toList();
  }

  private static List<String> list(Obj object, String name) {
    if (!(field(object, name) instanceof Arr array)) {
      throw new IllegalArgumentException(name + " is no list");
    }
    List<String> texts = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      texts.add(array.get(i).toString());
    }
    return texts;
  }
}
