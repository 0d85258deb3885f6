package io.usagecollector.core.processor;

import io.usagecollector.bloblang.Fault;
import io.usagecollector.bloblang.Message;
import io.usagecollector.bloblang.Result;
import io.usagecollector.core.place.ProcessorPlace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code branch}: makes a request of each message, runs steps on the requests, and maps what comes
 * of them back into the messages, which never are dropped here. A message whose request is deleted
 * goes by.
 *
 * @param request makes the request, on an empty document with the message's metadata; null: the
 *     request is the message
 * @param result maps what came of it onto the message; null: the message stays as it is
 */
public record BranchProcessor(
    @Nullable PlacedMapping request,
    List<Processor> steps,
    @Nullable PlacedMapping result,
    ProcessorPlace place)
    implements Processor {
  private static final byte[] EMPTY = {};
  private static final Message NO_MESSAGE = Message.of(EMPTY);

  @Override
  public List<Draft> apply(List<Draft> batch, Passage passage) {
    return new Run(batch, passage).result();
  }

  /** One batch's way through the branch; the arrays are parallel to the batch. */
  private final class Run {
    private final Passage passage;
    private final List<Message> origins;
    private final Draft[] drafts;
    private final @Nullable Draft[] answers;
    private final List<Draft> requests = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();

    Run(List<Draft> batch, Passage passage) {
      this.passage = passage;
      this.origins = Draft.messages(batch);
      this.drafts = batch.toArray(Draft[]::new);
      this.answers = new Draft[drafts.length];
    }

    List<Draft> result() {
      @Nullable Fault[] faults = new Fault[drafts.length];
      for (int i = 0; i < drafts.length; i++) {
        faults[i] = ask(i);
      }
      List<Draft> made = requests.isEmpty() ? requests : Processor.all(steps, requests, passage);
      if (made.size() != requests.size()) {
        diverged(made.size(), faults);
      } else {
        answered(made);
        overlay();
      }
      return List.of(drafts);
    }

    /** Makes a message's request; the fault if that failed. */
    private @Nullable Fault ask(int i) {
      Message bare = drafts[i].message().withFault(null);
      if (request == null) {
        asked(i, bare);
        return null;
      }
      var host = passage.host(drafts[i].ordinal());
      Result mapped = request.mapping().applyOnto(bare.withContent(EMPTY), origins, i, host);
      return switch (mapped) {
        case Result.Mapped(Message made) -> {
          asked(i, made);
          yield null;
        }
        case Result.Deleted _ -> null;
        case Result.Failed(Fault fault, Message _) ->
            fail(i, "request mapping failed: ", fault, request.place());
      };
    }

    private void asked(int i, Message message) {
      requests.add(Draft.of(drafts[i].ordinal(), message));
      asked.add(i);
    }

    private Fault fail(int i, String start, Fault fault, @Nullable ProcessorPlace at) {
      Fault whole = fault.after(start);
      drafts[i] = drafts[i].failed(drafts[i].message(), whole, at == null ? place : at);
      return whole;
    }

    /** Which answer belongs to which request is not known: all fail, as upstream has it. */
    private void diverged(int made, @Nullable Fault[] faults) {
      Fault fault =
          Fault.of(
              made == 0
                  ? "child processors resulted in zero messages"
                  : "message count from branch processors does not match request, started with "
                      + (made + drafts.length - requests.size())
                      + " messages, finished with "
                      + drafts.length);
      for (int i = 0; i < drafts.length; i++) {
        if (faults[i] == null) {
          drafts[i] = drafts[i].failed(drafts[i].message(), fault, place);
        }
      }
    }

    private void answered(List<Draft> made) {
      for (int k = 0; k < made.size(); k++) {
        int i = asked.get(k);
        Draft answer = made.get(k);
        Fault fault = answer.message().fault();
        if (fault == null) {
          answers[i] = answer;
        } else {
          fail(i, "processors failed: ", fault, answer.failedAt());
        }
      }
    }

    private void overlay() {
      if (result == null) {
        return;
      }
      var messages = new ArrayList<Message>(answers.length);
      for (Draft answer : answers) {
        messages.add(answer == null ? NO_MESSAGE : answer.message());
      }
      for (int i = 0; i < answers.length; i++) {
        if (answers[i] != null) {
          overlay(i, messages, result);
        }
      }
    }

    private void overlay(int i, List<Message> messages, PlacedMapping field) {
      Message origin = drafts[i].message();
      var host = passage.host(drafts[i].ordinal());
      switch (field.mapping().applyOnto(origin, messages, i, host)) {
        case Result.Mapped(Message made) -> drafts[i] = drafts[i].with(made);
        case Result.Deleted _ -> {}
        case Result.Failed(Fault fault, Message left) -> {
          drafts[i] = drafts[i].with(left);
          fail(i, "result mapping failed: ", fault, field.place());
        }
      }
    }
  }
}
