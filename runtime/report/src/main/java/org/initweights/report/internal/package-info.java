/** The inside of reports, which no other module sees: what a report says; its packages measure, judge, draw and print. */
@NullMarked
package org.initweights.report.internal;

import org.jspecify.annotations.NullMarked;
