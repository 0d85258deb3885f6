package io.usagecollector.testkit.flexprice;

import io.usagecollector.testkit.flexprice.catalog.Ids;
import io.usagecollector.testkit.flexprice.fault.Fault;
import io.usagecollector.testkit.flexprice.fault.FaultSchedule;
import io.usagecollector.testkit.flexprice.fault.Moment;
import io.usagecollector.testkit.flexprice.fault.RequestLine;
import io.usagecollector.testkit.flexprice.http.Call;
import io.usagecollector.testkit.flexprice.http.Reply;
import io.usagecollector.testkit.flexprice.http.Router;
import io.usagecollector.testkit.flexprice.record.Body;
import io.usagecollector.testkit.flexprice.record.RecordedRequest;
import io.usagecollector.testkit.flexprice.record.Requests;
import io.usagecollector.testkit.flexprice.routes.IngestRoutes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Between Jetty and the routes: reads the request, lets a fault strike, records, answers. */
final class StandInHandler extends Handler.Abstract {
  private static final String REQUEST_ID = "X-Request-ID";

  private final Router router;
  private final FaultSchedule faults;
  private final Requests requests;
  private final Ids ids;
  private final Clock clock;
  private final boolean keepBodies;
  private final AnswerWriter delivery;

  StandInHandler(
      Router router,
      FaultSchedule faults,
      Requests requests,
      Ids ids,
      Clock clock,
      boolean keepBodies,
      AnswerWriter delivery) {
    this.router = router;
    this.faults = faults;
    this.requests = requests;
    this.ids = ids;
    this.clock = clock;
    this.keepBodies = keepBodies;
    this.delivery = delivery;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Call call = read(request);
    Optional<Fault> fault = faults.claim(call.line(), call.body());
    boolean done = fault.map(Fault::moment).orElse(Moment.AFTER_STORED) == Moment.AFTER_STORED;
    Reply reply = done ? router.answer(call) : Reply.noContent().carrying(eventsIn(call));
    ConnectionOutcome outcome = ConnectionOutcome.of(fault, reply);
    requests.add(recorded(call, outcome, reply.events()));
    String requestId = call.header(REQUEST_ID.toLowerCase(Locale.ROOT));
    response.getHeaders().put(REQUEST_ID, requestId.isEmpty() ? ids.next() : requestId);
    delivery.deliver(outcome, request, response, callback);
    return true;
  }

  private static int eventsIn(Call call) {
    return call.line().bringsEvents() ? IngestRoutes.count(call) : 0;
  }

  private RecordedRequest recorded(Call call, ConnectionOutcome outcome, int events) {
    return new RecordedRequest(
        call.line().method(),
        call.line().path(),
        call.headers(),
        clock.instant(),
        events,
        outcome.status(),
        keepBodies ? Optional.of(new Body(call.body())) : Optional.empty());
  }

  private static Call read(Request request) throws IOException {
    String path =
        URLDecoder.decode(
            request.getHttpURI().getPath().replace("+", "%2B"), StandardCharsets.UTF_8);
    return new Call(
        new RequestLine(request.getMethod(), path),
        query(request),
        headers(request),
        body(request),
        List.of());
  }

  private static Map<String, String> query(Request request) {
    Map<String, String> query = new HashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), String.valueOf(field.getValue()));
    }
    return query;
  }

  private static Map<String, String> headers(Request request) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.put(field.getLowerCaseName(), String.valueOf(field.getValue()));
    }
    return headers;
  }

  /**
   * Reads one byte more than the cap, so that the cap can be seen to be passed; drains the rest.
   */
  private static byte[] body(Request request) throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(Call.MOST_BODY_BYTES + 1);
      in.transferTo(OutputStream.nullOutputStream());
      return body;
    }
  }
}
