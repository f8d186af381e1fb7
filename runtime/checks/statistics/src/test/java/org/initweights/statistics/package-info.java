@NullMarked
package org.initweights.statistics;

import org.jspecify.annotations.NullMarked;
