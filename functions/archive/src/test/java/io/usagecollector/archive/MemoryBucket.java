package io.usagecollector.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket in memory. */
final class MemoryBucket implements S3Client {
  final Map<String, byte[]> objects = new TreeMap<>();
  private final Interruption interruption;

  /** What it answers to who would write, where it does not take it. */
  Optional<SdkException> unwritable = Optional.empty();

  /** The same for who would read. */
  Optional<SdkException> unreadable = Optional.empty();

  MemoryBucket(Interruption interruption) {
    this.interruption = interruption;
  }

  static SdkException answer(int status) {
    return S3Exception.builder().message("no").statusCode(status).build();
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    return interruption.around(() -> {
      unwritable.ifPresent(answer -> {
        throw answer;
      });
      objects.put(request.key(), bytes(body));
      return PutObjectResponse.builder().build();
    });
  }

  private static byte[] bytes(RequestBody body) {
    try (InputStream in = body.contentStreamProvider().newStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public <T> T getObject(
      GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> transformer) {
    unreadable.ifPresent(answer -> {
      throw answer;
    });
    byte[] content = Optional.ofNullable(objects.get(request.key())).orElseThrow(() -> answer(404));
    try {
      return transformer.transform(
          GetObjectResponse.builder().build(),
          AbortableInputStream.create(new java.io.ByteArrayInputStream(content)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String serviceName() {
    return "s3";
  }

  @Override
  public void close() {}
}
