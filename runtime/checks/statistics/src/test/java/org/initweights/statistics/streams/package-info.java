@NullMarked
package org.initweights.statistics.streams;

import org.jspecify.annotations.NullMarked;
