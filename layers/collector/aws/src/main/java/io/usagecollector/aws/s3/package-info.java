/**
 * What is too large for a queue's message, in an S3 bucket. What a letter holds, and when it is too
 * large, is decided elsewhere.
 */
@NullMarked
package io.usagecollector.aws.s3;

import org.jspecify.annotations.NullMarked;
