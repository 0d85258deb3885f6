package io.usagecollector.core.sink.http;

import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * An answer as it came.
 *
 * @param status the HTTP status
 * @param headers its headers
 * @param body its body; empty where it could not be read to its end, or is longer than {@link
 *     HttpCall#longestReply}
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
public record Reply(int status, HttpHeaders headers, Optional<byte[]> body) {}
