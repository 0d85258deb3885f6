/**
 * What a caller is told: the bodies of answers, and of each fault its status, its code and a
 * sentence. No answer holds what a billing service wrote, or quotes a request.
 */
@NullMarked
package io.usagecollector.ensure.answer;

import org.jspecify.annotations.NullMarked;
