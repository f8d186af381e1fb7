/** The head of the report as a picture in PNG, by Java's desktop module. */
@NullMarked
package org.initweights.report.internal.image;

import org.jspecify.annotations.NullMarked;
