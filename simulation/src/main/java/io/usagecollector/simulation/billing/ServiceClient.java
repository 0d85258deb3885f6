package io.usagecollector.simulation.billing;

import io.usagecollector.simulation.fault.Faults;
import io.usagecollector.simulation.world.Surroundings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The way to the service and back, in virtual time: a request takes a while to arrive, and may
 * after its sender has given up; an answer takes a while to come, and may be lost.
 */
public final class ServiceClient extends UnconnectedClient {
  /** How long the sender waits: bound by whoever sends, since the real client's clock is real. */
  public static final ScopedValue<Duration> TIMEOUT = ScopedValue.newInstance();

  private static final int USUAL_TRAVEL = 20;

  private final Surroundings world;
  private final BillingService service;
  private final Connection connection;

  public ServiceClient(Surroundings world, BillingService service, Connection connection) {
    this.world = world;
    this.service = service;
    this.connection = connection;
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    long ends = world.now() + Math.max(1, TIMEOUT.get().toMillis());
    byte[] body = PostedBytes.of(request);
    try {
      ServiceReply reply = connection.effect("send a request", () -> exchange(request, body, ends));
      return switch (reply) {
        case ServiceReply.Answered answered ->
            CompletableFuture.completedFuture(SimulatedResponse.of(request, answered, handler));
        case ServiceReply.Broken _ -> CompletableFuture.failedFuture(new IOException("reset"));
        case ServiceReply.Silent _ -> {
          connection.waitUntil(ends);
          yield CompletableFuture.failedFuture(new HttpTimeoutException("no answer"));
        }
      };
    } catch (Unreachable e) {
      return CompletableFuture.failedFuture(new ConnectException("refused"));
    }
  }

  private static final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private ServiceReply exchange(HttpRequest request, byte[] body, long ends) {
    Faults faults = world.faults();
    if (world.happens(faults.unreachable())) {
      connection.waitUntil(Math.min(ends, world.now() + world.random().nextInt(USUAL_TRAVEL)));
      throw new Unreachable();
    }
    long arrives = world.now() + travel(faults, ends);
    if (arrives >= ends) {
      world
          .scheduler()
          .spawn(
              "late request",
              () -> {
                world.scheduler().sleepUntil(arrives);
                receive(request, body);
              });
      return new ServiceReply.Silent();
    }
    connection.waitUntil(arrives);
    ServiceReply reply = receive(request, body);
    if (world.happens(faults.lostAnswer())) {
      return world.random().nextBoolean() ? new ServiceReply.Broken() : new ServiceReply.Silent();
    }
    long back = world.now() + travel(faults, ends);
    if (back >= ends) {
      return new ServiceReply.Silent();
    }
    connection.waitUntil(back);
    return reply;
  }

  private ServiceReply receive(HttpRequest request, byte[] body) {
    boolean single = !request.uri().getPath().endsWith("/bulk");
    return service.receive(single, request.headers().firstValue("x-api-key").orElse(""), body);
  }

  private long travel(Faults faults, long ends) {
    long left = Math.max(1, ends - world.now());
    if (world.happens(faults.slow())) {
      return left * world.random().nextLong(50, 110) / 100;
    }
    return world.random().nextLong(1, USUAL_TRAVEL);
  }
}
