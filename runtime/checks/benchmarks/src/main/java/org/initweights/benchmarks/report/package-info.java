/** From JMH's results to the tables and the chart of the documentation: read, look up, write. */
@NullMarked
package org.initweights.benchmarks.report;

import org.jspecify.annotations.NullMarked;
