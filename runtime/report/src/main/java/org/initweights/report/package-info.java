/** What was initialised, for people to read. */
@NullMarked
package org.initweights.report;

import org.jspecify.annotations.NullMarked;
