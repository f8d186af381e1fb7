@NullMarked
package org.initweights.statistics.battery;

import org.jspecify.annotations.NullMarked;
