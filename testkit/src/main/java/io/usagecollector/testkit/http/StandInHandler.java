package io.usagecollector.testkit.http;

import io.usagecollector.testkit.fault.Fault;
import io.usagecollector.testkit.fault.Moment;
import io.usagecollector.testkit.fault.RequestLine;
import io.usagecollector.testkit.record.Body;
import io.usagecollector.testkit.record.RecordedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
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

  private final Service service;
  private final AnswerWriter delivery;

  StandInHandler(Service service, AnswerWriter delivery) {
    this.service = service;
    this.delivery = delivery;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Call call = read(request);
    Optional<Fault> fault = service.faults().claim(call.line(), call.body());
    boolean done = fault.map(Fault::moment).orElse(Moment.AFTER_STORED) == Moment.AFTER_STORED;
    Reply reply =
        done
            ? service.routes().answer(call)
            : Reply.noContent().carrying(service.eventsIn().applyAsInt(call));
    ConnectionOutcome outcome = ConnectionOutcome.of(fault, reply);
    service.requests().add(recorded(call, outcome, reply.events()));
    String requestId = call.header(REQUEST_ID.toLowerCase(Locale.ROOT));
    response.getHeaders().put(REQUEST_ID, requestId.isEmpty() ? service.ids().next() : requestId);
    delivery.deliver(outcome, request, response, callback);
    return true;
  }

  private RecordedRequest recorded(Call call, ConnectionOutcome outcome, int events) {
    return new RecordedRequest(
        call.line().method(),
        call.line().path(),
        call.headers(),
        service.clock().instant(),
        events,
        outcome.status(),
        service.keepBodies() ? Optional.of(new Body(call.body())) : Optional.empty());
  }

  private Call read(Request request) throws IOException {
    String path =
        URLDecoder.decode(
            request.getHttpURI().getPath().replace("+", "%2B"), StandardCharsets.UTF_8);
    return new Call(
        new RequestLine(request.getMethod(), path),
        query(request),
        headers(request),
        body(request),
        List.of(),
        new ClientWatch(request)::gone);
  }

  private static Map<String, List<String>> query(Request request) {
    Map<String, List<String>> query = new HashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), List.copyOf(field.getValues()));
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
  private byte[] body(Request request) throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(service.mostBodyBytes() + 1);
      in.transferTo(OutputStream.nullOutputStream());
      return body;
    }
  }
}
