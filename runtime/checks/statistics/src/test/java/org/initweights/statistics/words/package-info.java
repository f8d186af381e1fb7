@NullMarked
package org.initweights.statistics.words;

import org.jspecify.annotations.NullMarked;
