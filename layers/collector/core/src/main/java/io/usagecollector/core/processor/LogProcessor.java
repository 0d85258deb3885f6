package io.usagecollector.core.processor;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Host;
import io.usagecollector.bloblang.Interpolation;
import io.usagecollector.bloblang.Json;
import io.usagecollector.bloblang.Mapping;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.bloblang.value.Arr;
import io.usagecollector.bloblang.value.Obj;
import io.usagecollector.bloblang.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * {@code log}: tells what its writer asks it to tell, and leaves the message as it is. Only {@code
 * error()} is held back: it gives the fault without the event's values, unless values may be
 * logged.
 *
 * @param fieldsMapping makes an object of further fields, or null
 * @param fields further fields, which go over the mapping's
 */
public record LogProcessor(
    Logger logger,
    Level level,
    Interpolation text,
    Map<String, Interpolation> fields,
    @Nullable Mapping fieldsMapping,
    boolean logValues,
    String path)
    implements Processor {

  @Override
  public List<Draft> apply(List<Draft> batch, Passage passage) {
    if (logger.isEnabledForLevel(level)) {
      List<Message> messages = Draft.messages(batch);
      List<Message> shown =
          logValues ? messages : messages.stream().map(LogProcessor::discreet).toList();
      for (int i = 0; i < shown.size(); i++) {
        log(new Logged(shown, i, passage.logHost(batch.get(i).ordinal())));
      }
    }
    return batch;
  }

  /** One message of a batch, and the world as its log sees it. */
  private record Logged(List<Message> batch, int index, Host host) {}

  private static Message discreet(Message message) {
    Fault fault = message.fault();
    return fault == null ? message : message.withFault(fault.withoutValues());
  }

  private void log(Logged message) {
    Map<String, String> shown = new TreeMap<>();
    boolean complete = mapped(message, shown);
    for (Map.Entry<String, Interpolation> field : fields.entrySet()) {
      String value = complete ? resolved(field.getValue(), message) : null;
      complete = value != null;
      if (value != null) {
        shown.put(field.getKey(), value);
      }
    }
    String line = complete ? resolved(text, message) : null;
    if (line != null) {
      LoggingEventBuilder event = logger.atLevel(level);
      for (Map.Entry<String, String> field : shown.entrySet()) {
        event = event.addKeyValue(field.getKey(), field.getValue());
      }
      event.log(line);
    }
  }

  private boolean mapped(Logged message, Map<String, String> shown) {
    if (fieldsMapping == null) {
      return true;
    }
    return switch (fieldsMapping.apply(message.batch(), message.index(), message.host())) {
      case Result.Mapped(Message made) -> collect(made.structured(), shown);
      case Result.Deleted _ -> true;
      case Result.Failed(Fault fault, Message _) -> {
        complain(fault);
        yield false;
      }
    };
  }

  private static String shown(Value value) {
    return value instanceof Obj || value instanceof Arr ? Json.text(value) : value.toString();
  }

  private boolean collect(Value made, Map<String, String> shown) {
    if (made instanceof Obj object) {
      object.forEach((key, value) -> shown.put(key.toString(), shown(value)));
      return true;
    }
    logger.error("{}: fields_mapping made no object", path);
    return false;
  }

  private @Nullable String resolved(Interpolation query, Logged message) {
    return switch (query.apply(message.batch(), message.index(), message.host())) {
      case Interpolation.Text.Resolved resolved -> resolved.text().toString();
      case Interpolation.Text.Failed(Fault fault) -> {
        complain(fault);
        yield null;
      }
    };
  }

  private void complain(Fault fault) {
    logger.error("{} logs nothing: {}", path, fault.valueFree());
  }
}
