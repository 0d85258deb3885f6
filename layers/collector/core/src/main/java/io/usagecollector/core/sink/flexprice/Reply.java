package io.usagecollector.core.sink.flexprice;

import java.net.http.HttpHeaders;

/**
 * An answer as it came.
 *
 * @param status the HTTP status
 * @param headers its headers
 * @param body the first bytes of its body
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of bytes: never compared, never a key.
record Reply(int status, HttpHeaders headers, byte[] body) {}
