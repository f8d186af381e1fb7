/** The report for terminals. */
@NullMarked
package org.initweights.report.text;

import org.jspecify.annotations.NullMarked;
