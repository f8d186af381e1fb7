/** The report as one page of HTML, with its pictures as SVG. */
@NullMarked
package org.initweights.report.internal.page;

import org.jspecify.annotations.NullMarked;
