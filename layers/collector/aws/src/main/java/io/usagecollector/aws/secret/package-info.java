/** Secrets out of Secrets Manager. No secret is kept anywhere else, and none is printed. */
@NullMarked
package io.usagecollector.aws.secret;

import org.jspecify.annotations.NullMarked;
