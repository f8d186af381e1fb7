/** Diagnostics: findings and where they belong. */
@NullMarked
package org.initweights.processor.report;

import org.jspecify.annotations.NullMarked;
