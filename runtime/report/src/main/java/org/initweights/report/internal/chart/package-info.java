/** Pictures as lists of marks, which know nothing of the format they are written in. */
@NullMarked
package org.initweights.report.internal.chart;

import org.jspecify.annotations.NullMarked;
