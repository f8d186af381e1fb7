@NullMarked
package org.initweights.benchmarks.report;

import org.jspecify.annotations.NullMarked;
