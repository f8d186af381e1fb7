/** The report as one page of HTML, with its pictures as SVG. */
@NullMarked
package org.initweights.report.page;

import org.jspecify.annotations.NullMarked;
