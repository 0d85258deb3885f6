package io.usagecollector.core.letter;

/**
 * Where the content of a letter lies that is too large for a message.
 *
 * @param bucket of the store
 * @param object its name in the bucket
 * @param sha256 the content's hash, in hex: what has another is not it
 * @param bytes how long the content is
 */
public record Claim(String bucket, String object, String sha256, int bytes) {}
