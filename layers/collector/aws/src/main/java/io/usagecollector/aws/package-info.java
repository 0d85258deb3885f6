@NullMarked
package io.usagecollector.aws;

import org.jspecify.annotations.NullMarked;
