package io.usagecollector.bloblang;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A compiled mapping: immutable, safe to use from any number of threads.
 *
 * {@snippet :
 * Mapping mapping = Bloblang.standard().compile("root.greeting = \"hello \" + this.name");
 * Result result = mapping.apply(Message.of("{\"name\":\"Ada\"}"), Host.system());
 * if (result instanceof Result.Mapped(Message mapped)) {
 *   System.out.println(new String(mapped.content(), UTF_8)); // {"greeting":"hello Ada"}
 * }
 * }
 */
public interface Mapping {
  /**
   * Maps one message of a batch; the others can be read by {@code from}, {@code from_all} and
   * {@code batch_index}. Never throws for any mapping or message: what goes wrong is {@link
   * Result.Failed}.
   *
   * {@snippet :
   * Mapping mapping = Bloblang.standard().compile("root.n = batch_index()\nroot.first = json(\"id\").from(0)");
   * List<Message> batch = List.of(Message.of("{\"id\":\"a\"}"), Message.of("{\"id\":\"b\"}"));
   * if (mapping.apply(batch, 1, Host.system()) instanceof Result.Mapped(Message mapped)) {
   *   System.out.println(new String(mapped.content(), UTF_8)); // {"first":"a","n":1}
   * }
   * }
   */
  Result apply(List<Message> batch, int index, Host host);

  /** Maps a message that is a batch of its own. */
  default Result apply(Message message, Host host) {
    return apply(List.of(message), 0, host);
  }

  /**
   * Maps one message of a batch onto another message, as the processor {@code branch} does with its
   * result: the document and the metadata being built start as those of {@code onto}, while {@code
   * this}, {@code metadata()} and the other messages are the batch's. Never throws; a failure
   * leaves what had been changed until then, as in a mutation.
   */
  Result applyOnto(Message onto, List<Message> batch, int index, Host host);

  /**
   * Every call in the text, imported maps included, in order: so that a caller can refuse what it
   * must not depend on.
   *
   * {@snippet :
   * Mapping mapping = Bloblang.standard().compile("root.id = uuid_v4().uppercase()");
   * System.out.println(mapping.calls().stream().map(Call::name).toList()); // [uuid_v4, uppercase]
   * System.out.println(mapping.functions()); // [uuid_v4]
   * }
   */
  List<Call> calls();

  /** The names of the functions it calls. */
  default Set<String> functions() {
    return calls().stream()
        .filter(call -> !call.method())
        .map(Call::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
