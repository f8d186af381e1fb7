/** What can be wrong with initialised parameters: one check a class. */
@NullMarked
package org.initweights.report.internal.check;

import org.jspecify.annotations.NullMarked;
