@NullMarked
package io.usagecollector.testkit;

import org.jspecify.annotations.NullMarked;
