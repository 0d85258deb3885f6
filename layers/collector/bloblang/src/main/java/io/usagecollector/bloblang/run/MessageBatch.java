package io.usagecollector.bloblang.run;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.json.ValueJson;
import io.usagecollector.bloblang.run.budget.Budget;
import io.usagecollector.bloblang.value.Bin;
import io.usagecollector.bloblang.value.Err;
import io.usagecollector.bloblang.value.MapObj;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages a run can read, the one it maps, and the one its message functions look at just now
 * ({@code from}).
 */
public final class MessageBatch {
  private final List<Message> messages;
  private final int mapped;
  private final Host host;
  private final Budget budget;

  /** The metadata being built; null as long as it is the input's own. */
  private @Nullable MapObj built;

  private boolean isDetached;

  /** In a mutation, the input document itself, which assignments change. */
  private @Nullable Value live;

  private byte @Nullable [] liveContent;
  private @Nullable Value document;
  private int looking;

  MessageBatch(List<Message> messages, int mapped, Host host, Budget budget) {
    this.messages = messages;
    this.mapped = mapped;
    this.host = host;
    this.budget = budget;
    this.looking = mapped;
  }

  /** A batch of one empty message without metadata, for what must see neither. */
  MessageBatch detached() {
    MessageBatch none = new MessageBatch(List.of(Message.of(new byte[0])), 0, host, budget);
    none.isDetached = true;
    return none;
  }

  /** True if there is no metadata to read. */
  boolean isDetached() {
    return isDetached;
  }

  Host host() {
    return host;
  }

  Budget budget() {
    return budget;
  }

  /** The index that message functions look at. */
  public int index() {
    return looking;
  }

  public int size() {
    return messages.size();
  }

  /**
   * Evaluates a node while message functions look at another message; a negative index counts from
   * the end.
   */
  public Value lookingAt(int index, Node node, Frame frame) {
    int before = looking;
    looking = index;
    Value result = node.eval(frame);
    looking = before;
    return result;
  }

  private @Nullable Message looked() {
    int index = looking < 0 ? messages.size() + looking : looking;
    return index >= 0 && index < messages.size() ? messages.get(index) : null;
  }

  private boolean looksAtMapped() {
    return (looking < 0 ? messages.size() + looking : looking) == mapped;
  }

  void mutate(Value root) {
    live = root;
    document = root;
  }

  /** The mapped message's document, whatever is looked at: what {@code this} starts as. */
  Value document() {
    Value known = document;
    if (known == null) {
      known = messages.get(mapped).structured();
      document = known;
    }
    return known instanceof Err ? Err.noContext("") : known;
  }

  /** Why there is no document, in the words of the failed statement; null if there is one. */
  @Nullable Err whyNoDocument() {
    Message message = messages.get(mapped);
    if (message.content().length == 0) {
      return Err.of("message is empty");
    }
    return message.structured() instanceof Err e ? e.wrap("parse as json") : null;
  }

  /** The looked-at message's document, or the parser's words. */
  public Value json() {
    Message message = looked();
    if (message == null || (message.content().length == 0 && !message.isStructured())) {
      return Err.of("target message part does not exist");
    }
    Value changed = live;
    return changed != null && looksAtMapped() ? changed : message.structured();
  }

  /** The looked-at message's bytes; none if there is no such message. */
  public Value content() {
    Message message = looked();
    if (message == null) {
      return Bin.NIL;
    }
    Value changed = live;
    if (changed == null || !looksAtMapped()) {
      return Bin.of(message.content());
    }
    byte[] printed = liveContent;
    if (printed == null) {
      printed = ValueJson.bytes(changed);
      liveContent = printed;
    }
    return Bin.of(printed);
  }

  /** The looked-at message's metadata, as it came in; in a mutation as it is. */
  public MapObj metadata() {
    Message message = looked();
    if (message == null) {
      return new MapObj();
    }
    MapObj changed = built;
    return mutating && changed != null && looksAtMapped() ? changed : message.metadata();
  }

  private boolean mutating;

  /** Whether what is read may change: in a mutation. */
  boolean isMutating() {
    return mutating;
  }

  void mutateMetadata() {
    mutating = true;
  }

  /** The metadata as it is to be. */
  public MapObj built() {
    MapObj changed = built;
    return changed == null ? messages.get(mapped).metadata() : changed;
  }

  /** The metadata as it is to be; null where it stays the input's own. */
  @Nullable MapObj changedMetadata() {
    return built;
  }

  /** The metadata being built, to be changed. */
  MapObj ownMetadata() {
    MapObj own = built;
    if (own == null) {
      own = messages.get(mapped).metadata().copyFor(null);
      built = own;
    }
    return own;
  }

  void replaceMetadata(MapObj all) {
    built = all;
  }

  /** The fault of the looked-at message, or null. */
  public @Nullable Fault fault() {
    Message message = looked();
    return message == null ? null : message.fault();
  }
}
