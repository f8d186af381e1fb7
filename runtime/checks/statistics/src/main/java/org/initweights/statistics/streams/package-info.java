/** Tests of many streams at once, and of the values that are made of words. */
@NullMarked
package org.initweights.statistics.streams;

import org.jspecify.annotations.NullMarked;
