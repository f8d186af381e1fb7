/** How a battery of tests judges a sequence of words. */
@NullMarked
package org.initweights.statistics.battery;

import org.jspecify.annotations.NullMarked;
