@NullMarked
package io.usagecollector.forward;

import org.jspecify.annotations.NullMarked;
