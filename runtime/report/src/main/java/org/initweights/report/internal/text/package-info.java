/** The report for terminals. */
@NullMarked
package org.initweights.report.internal.text;

import org.jspecify.annotations.NullMarked;
